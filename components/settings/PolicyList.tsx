import { Lock, Users } from 'lucide-react';
import { policyKeys, policyNames, type TeamPolicy } from '../../lib/policy/policy';

interface PolicyListProps {
  policy: TeamPolicy;
  /** How many things in it could not be used. */
  problems: number;
}

/** What the team has set for everybody, and whether it can be changed here. */
export function PolicyList({ policy, problems }: PolicyListProps) {
  const set = policyKeys.filter((key) => policy[key] !== undefined);
  return (
    <>
      {set.length === 0 ? (
        <p className="text-secondary">Your team has set nothing.</p>
      ) : (
        <ul aria-label="Set by your team" className="divide-y divide-line border-y border-line">
          {set.map((key) => {
            const Icon = policy[key]?.locked ? Lock : Users;
            return (
              <li key={key} className="flex flex-wrap items-center gap-x-3 py-1.5">
                <Icon size={15} aria-hidden className="shrink-0 text-secondary" />
                <span className="min-w-0 flex-1">{policyNames[key]}</span>
                <span className="text-sm text-secondary">
                  {policy[key]?.locked ? 'Locked' : 'Until you set something else'}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {problems > 0 && (
        <p className="mt-3 text-trouble">
          {problems === 1 ? 'One thing' : `${problems} things`} in the policy could not be used. The diagnostics say
          which and why.
        </p>
      )}
    </>
  );
}
