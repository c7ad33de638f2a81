import type { TroubleWords } from './types';

/** Turkish. */
export const turkish: TroubleWords = {
  lang: 'tr',
  trouble: [
    'çalışmıyor',
    'yok',
    'kesildi',
    'kesinti',
    'kesik',
    'koptu',
    'kopuyor',
    'yavaş',
    'çekmiyor',
    'rezalet',
    'berbat',
    'kötü',
    'bıktım',
    'yeter',
    'dolandırıcı',
    'arıza',
    'arızalı',
    'sorun',
    'şikayet',
    'iptal',
    'fatura',
    'hâlâ',
    'hala',
    'yine',
  ],
};
