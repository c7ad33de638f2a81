import { describe, expect, it } from 'vitest';
import { guessLanguage, tweetsIn } from './pasted';

describe('tweetsIn', () => {
  it('parts what was pasted at blank lines, so that a tweet may have several', () => {
    expect(tweetsIn('no internet\nsince noon\n\nthank you @Lantern \r\n \r\n\r\n wifi is slow\n')).toEqual([
      'no internet\nsince noon',
      'thank you @Lantern',
      'wifi is slow',
    ]);
  });

  it('takes each line for a tweet where there is no blank one', () => {
    expect(tweetsIn('no internet\nthank you @Lantern')).toEqual(['no internet', 'thank you @Lantern']);
    expect(tweetsIn(' one alone ')).toEqual(['one alone']);
    expect(tweetsIn(' \n\n ')).toEqual([]);
  });
});

describe('guessLanguage', () => {
  it.each([
    ['en', 'my internet has been down since this morning'],
    ['de', 'seit heute Morgen ist bei uns schon wieder das Internet weg'],
    ['es', 'llevo toda la mañana sin internet y nadie me contesta'],
    ['fr', 'toujours pas de connexion depuis ce matin, c’est pénible'],
    ['in', 'internet di rumah saya mati dari pagi dan tidak ada kabar'],
    ['ja', 'またネットが繋がらない wifi'],
    ['th', 'เน็ตล่มอีกแล้ว'],
    ['ar', 'النت مقطوع من الصبح'],
    ['iw', 'האינטרנט שוב לא עובד'],
    ['tr', 'internet yine çalışmıyor'],
  ])('%s', (lang, text) => {
    expect(guessLanguage(text)).toBe(lang);
  });

  it('takes a few words that do not tell for English, and signs for nothing', () => {
    expect(guessLanguage('wifi??')).toBe('en');
    expect(guessLanguage('🙂🙂')).toBeNull();
  });
});
