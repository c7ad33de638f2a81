import type { LanguageWords } from './types';

/** Turkish. */
export const turkish: LanguageWords = {
  lang: 'tr',
  words: {
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
    question: ['ne zaman', 'nasıl', 'neden', 'niye', 'nerede', 'var mı', 'acaba', 'yardım'],
    praise: ['teşekkür*', 'sağol', 'sağ olun', 'harika', 'süper', 'mükemmel', 'hızlı', 'memnun*'],
    news: ['duyurdu', 'açıkladı', 'hisse', 'göre'],
  },
};
