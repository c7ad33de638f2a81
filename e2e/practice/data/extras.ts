import type { PracticeTweet } from './types';

const chat = { about: 'none', intent: 'other', actionable: false } as const;

/**
 * What the stories do not need but the page must have: a long article (first line the title, each further line a
 * paragraph), with enough answers for the site to hide one behind "Show additional replies".
 */
export const extras: (PracticeTweet & { article?: boolean })[] = [
  {
    key: 'article-cable',
    by: 'harbour_radio',
    text: [
      'Who owns the box at the corner?',
      'Every street has one: waist high, grey, warm in winter, loved by cats. Behind its door run the lines of two or three hundred homes, and nobody who walks past knows whose it is.',
      'We asked. The town says it belongs to the network, the network says it stands on the town, and the man with the key says he only has the key.',
      'When the box at Kerrow Lane failed last spring it took forty minutes to find that key. Lantern has since put a second one in the bakery, which opens at four.',
      'If your line ever dies before breakfast, buy a roll and ask politely.',
    ].join('\n'),
    lang: 'en',
    ago: 190,
    article: true,
    truth: { about: 'brand', intent: 'news', actionable: false },
  },
  {
    key: 'cable-1',
    by: 'kettle_ines',
    text: 'The cats knew all along.',
    lang: 'en',
    ago: 180,
    replyTo: 'article-cable',
    truth: chat,
  },
  {
    key: 'cable-2',
    by: 'oldmaps_farid',
    text: 'Ours has a hand-painted number on it, 17 upside down, and nobody will say who did it.',
    lang: 'en',
    ago: 171,
    replyTo: 'article-cable',
    truth: chat,
  },
  {
    key: 'cable-3',
    by: 'kerrow_lane',
    text: 'Can confirm: the bakery keeps it beside the rye.',
    lang: 'en',
    ago: 160,
    replyTo: 'article-cable',
    truth: chat,
  },
  {
    key: 'cable-4',
    by: 'greta_naps',
    text: 'Is there one for the harbour side, @LanternCares?',
    lang: 'en',
    ago: 150,
    replyTo: 'article-cable',
    truth: { about: 'mention', intent: 'question', actionable: true },
  },
  {
    key: 'rude-cable',
    by: 'anon_4471',
    text: 'who cares about a BOX 🙄',
    lang: 'en',
    ago: 140,
    replyTo: 'article-cable',
    truth: chat,
  },
];
