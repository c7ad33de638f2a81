import { useLiveQuery } from 'dexie-react-hooks';
import { type CheckLevel, GuardEditor } from '../../components/settings/GuardEditor';
import { Section } from '../../components/settings/Section';
import type { Notices } from '../../components/use-notice';
import { describeFailure } from '../../lib/desk/failure';
import { sayingsOf } from '../../lib/desk/guard-log';
import { db } from '../../lib/desk/local';
import { figuresOf } from '../../lib/guard/statistics';
import { type CheckId, checkNames } from '../../lib/guard/types';
import { readTeamPolicy } from '../../lib/policy/keep';
import { lockedChecks } from '../../lib/policy/policy';
import { addOurs, readOurs, readPolicy, writeLevel, writeOurs } from '../../lib/settings/replying';
import { signatureAtDesk } from '../../lib/settings/settings';
import { announceState } from '../../lib/tabs';

/** Figures are of so many milliseconds back: ninety days. */
const LATELY = 90 * 24 * 60 * 60 * 1000;

const said: Record<CheckLevel, string> = { full: 'is on', hint: 'only hints now', off: 'is off' };

/** The checks before a post, how loud they are, and what is known as the brand's own. Changed at once. */
export function GuardSection({ notices }: { notices: Notices }) {
  const stored = useLiveQuery(async () => {
    const [policy, ours, by, team] = await Promise.all([
      readPolicy(db),
      readOurs(db),
      signatureAtDesk(db),
      readTeamPolicy(db),
    ]);
    const sayings = await sayingsOf(db, by, Date.now() - LATELY);
    return { policy, ours, locked: lockedChecks(team.policy), figures: figuresOf(sayings, policy) };
  });
  if (!stored) return null;
  const { policy, ours } = stored;

  const change = async (write: () => Promise<void>, words: string, back: () => Promise<void>): Promise<void> => {
    try {
      await write();
      void announceState(db);
      notices.tell(words, () => void change(back, 'Taken back', write));
    } catch (error) {
      notices.warn(describeFailure(error, null));
    }
  };
  const set = (id: CheckId, level: CheckLevel): void => {
    const before = policy[id] ?? 'full';
    void change(
      () => writeLevel(db, id, level),
      `${checkNames[id]} ${said[level]}`,
      () => writeLevel(db, id, before),
    );
  };
  const forget = (words: string): void => {
    const left = ours.filter((other) => other !== words);
    void change(
      () => writeOurs(db, left),
      `${words} forgotten`,
      () => addOurs(db, words),
    );
  };

  return (
    <Section
      id="guard"
      title="Before you post"
      about="Hark looks over what you are about to post as one of your brand’s accounts, and speaks only if something is wrong. On any other account it looks at nothing. The figures are yours alone, of the last 90 days."
    >
      <GuardEditor {...stored} onSet={set} onForget={forget} />
    </Section>
  );
}
