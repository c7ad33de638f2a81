import type { Context } from '../context';
import type { CheckId, Finding } from '../types';

/** One thing that the guard looks for. Pure; it may throw, the guard sees to that. */
export interface Check {
  id: CheckId;
  /** What is wrong, or null. */
  look(context: Context): Finding | null;
}
