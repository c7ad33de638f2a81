import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Model, readModel } from './model';

/** The weights as they are shipped, read from disk: for tests and the command line. */
export function readShippedModel(): Model {
  return readModel(readFileSync(join(import.meta.dirname, '../../public/triage/weights.bin')));
}
