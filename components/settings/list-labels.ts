import type { Watchlist } from '../../lib/watchlist/watchlist';

/** What each list of a watchlist is called and for. */
export const listLabels: Record<keyof Watchlist, { name: string; hint: string; example: string }> = {
  handles: {
    name: 'Handles',
    hint: 'Accounts that customers write to. A tweet that names one is about you.',
    example: '@YourBrand',
  },
  accounts: {
    name: 'Other accounts of yours',
    hint: 'Named reps, marketing, regions. What they tweet is never marked.',
    example: '@YourBrandNews',
  },
  terms: {
    name: 'Brand and product names',
    hint: 'For people who shout without tagging you.',
    example: 'your brand',
  },
  misspellings: {
    name: 'Misspellings',
    hint: 'What hurried or angry people write instead.',
    example: 'yuor brand',
  },
  categories: {
    name: 'Words of the trade',
    hint: 'They count only beside trouble: “internet” in “internet is down again”.',
    example: 'internet',
  },
  exclusions: {
    name: 'Not about you',
    hint: 'A tweet with one of these means something else by your name or your trade.',
    example: 'cable car',
  },
  places: {
    name: 'Places you serve',
    hint: 'Cities, areas, shops. With one of them your name more likely means you.',
    example: 'Northgate',
  },
  languages: {
    name: 'Languages you answer',
    hint: 'Codes like en, es, tl. Empty means all. Others are marked only if they name a handle.',
    example: 'en',
  },
};
