import { useEffect, useState } from 'react';
import { db } from '../../lib/desk/local';
import { isLocked } from '../../lib/policy/policy';
import { usePolicy } from '../../lib/policy/use-policy';
import { type Rep, readRep, readWatchlist } from '../../lib/settings/settings';
import type { Watchlist } from '../../lib/watchlist/watchlist';
import { FirstSteps } from './FirstSteps';
import { SetUp } from './SetUp';

/** The page that opens once, after the installation. */
export function Welcome() {
  const [stored, setStored] = useState<{ watchlist: Watchlist; rep: Rep } | null>(null);
  const team = usePolicy();
  const since = team?.since;
  const [failure, setFailure] = useState<unknown>(null);
  const [done, setDone] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the team's policy may come a moment after the installation
  useEffect(() => {
    Promise.all([readWatchlist(db), readRep(db)]).then(([watchlist, rep]) => setStored({ watchlist, rep }), setFailure);
  }, [since]);
  if (failure) throw failure;
  return (
    <main className="mx-auto max-w-[560px] px-6 pt-12 pb-20">
      <h1 className="text-xl font-bold">Welcome to Hark</h1>
      <p className="mt-1 text-pretty text-secondary">
        Hark marks the tweets that need you and keeps each customer’s history beside them. What it keeps stays on this
        computer: Hark sends nothing to anyone.
      </p>
      {!done && (
        <p className="mt-3 text-sm">
          Had Hark before, here or on another computer?{' '}
          <a href="/restore.html" className="font-bold text-link hover:underline">
            Restore a backup
          </a>
        </p>
      )}
      {stored &&
        team &&
        (done ? (
          <FirstSteps />
        ) : (
          <SetUp
            key={JSON.stringify(stored)}
            {...stored}
            locked={isLocked(team.policy, 'watchlist')}
            onDone={() => setDone(true)}
          />
        ))}
    </main>
  );
}
