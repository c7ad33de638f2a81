import type { Channel } from '../facts/fact';
import { dayOf, hashOf } from '../queue/funnel';
import { emptyReportDay } from '../reports/day';
import type { DeskDatabase } from './database';

/** What the brand posts outside of cases. */
export type PostPurpose = 'marketing' | 'other';

/** Counts the ways to reach the brand that a reply offers, each once. Runs inside the caller's transaction. */
export async function countOffers(db: DeskDatabase, at: number, offered: Iterable<Channel>): Promise<void> {
  const channels = new Set(offered);
  if (channels.size === 0) return;
  const day = dayOf(at);
  const known = (await db.reportDays.get(day)) ?? emptyReportDay(day);
  const counts = { ...known.offered };
  for (const channel of channels) counts[channel] = (counts[channel] ?? 0) + 1;
  await db.reportDays.put({ ...known, offered: counts });
}

/** Counts a post of the brand that is in no case, once, however often the page tells of it. */
export async function countPost(db: DeskDatabase, at: number, requestId: string, purpose: PostPurpose): Promise<void> {
  await db.transaction('rw', db.reportDays, async () => {
    const day = dayOf(at);
    const known = (await db.reportDays.get(day)) ?? emptyReportDay(day);
    const hash = hashOf(requestId);
    if (known.counted.includes(hash)) return;
    await db.reportDays.put({ ...known, [purpose]: known[purpose] + 1, counted: [...known.counted, hash] });
  });
}
