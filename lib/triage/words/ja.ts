import type { TroubleWords } from './types';

/** Japanese. */
export const japanese: TroubleWords = {
  lang: 'ja',
  trouble: [
    '繋がらない',
    'つながらない',
    '遅い',
    '障害',
    '落ちた',
    '落ちてる',
    '切れる',
    '切れた',
    '使えない',
    '最悪',
    'ひどい',
    '圏外',
    '解約',
    '不具合',
    'またか',
    'ふざけ',
    '請求',
    '直して',
    'イライラ',
  ],
};
