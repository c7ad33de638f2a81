/**
 * Hark on the command line: what the extension does, for a maintainer to look at in a minute.
 *
 *   npm run -s hark -- read FILE.html                              one JSON line a tweet of a saved page
 *   npm run -s hark -- triage FILE.jsonl --watchlist FILE.json     one judgement a line
 *   npm run -s hark -- suggest FILE.jsonl                          suggested replies, one request a line
 *   npm run -s hark -- guard FILE.jsonl                            one verdict on a draft a line
 *   npm run -s hark -- radar FILE.jsonl                            outages that tweets tell of, one alarm a line
 */
import { guard } from './cli/guard';
import { radar } from './cli/radar';
import { read } from './cli/read';
import { suggest } from './cli/suggest';
import { UsageError } from './cli/support';
import { triage } from './cli/triage';

const commands: Record<string, (args: string[]) => void> = { guard, radar, read, suggest, triage };

const [name, ...args] = process.argv.slice(2);
try {
  const command = commands[name ?? ''];
  if (!command) throw new UsageError(`Known commands: ${Object.keys(commands).join(', ')}.`);
  command(args);
} catch (error) {
  const wrongOption = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof UsageError) && !wrongOption) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
