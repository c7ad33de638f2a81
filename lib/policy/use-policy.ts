import { useLiveQuery } from 'dexie-react-hooks';
import { db } from '../desk/local';
import { type KeptPolicy, readTeamPolicy } from './keep';

/** What the team has set, as it is now; undefined while it is being read. */
export function usePolicy(): KeptPolicy | undefined {
  return useLiveQuery(() => readTeamPolicy(db));
}
