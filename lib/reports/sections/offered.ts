import { channelNames } from '../../facts/fact';
import type { Report } from '../report';
import { sayFew } from '../words';
import { make, sharesAnswer, sharesParts, totalOf, withoutHandOvers } from './parts';
import type { Section } from './section';

/** Ways to reach the team, as replies offered them. */
export function offeredSection(report: Report): Section | null {
  const { offered: shares } = report;
  if (!shares) return null;
  const total = totalOf(shares);
  return make('offered', 'fair', 'Which ways to reach us did we offer?', ['offered', 'few'], {
    answer:
      total === 0
        ? 'No reply has offered a channel in this period.'
        : sharesAnswer(shares, total, (key) => channelNames[key], 'offer'),
    notes: [sayFew(total, 'offer'), withoutHandOvers(report, 'Offers are')],
    ...sharesParts(
      shares,
      total,
      'Channel',
      (key) => channelNames[key],
      () => null,
    ),
  });
}
