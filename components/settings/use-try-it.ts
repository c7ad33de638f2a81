import { useDeferredValue, useMemo, useState } from 'react';
import { makeJudge } from '../../lib/triage/judge';
import type { Judgement } from '../../lib/triage/judgement';
import { languages as known } from '../../lib/triage/words';
import { isWatching, type Watchlist } from '../../lib/watchlist/watchlist';

/** X's codes where they differ from today's standard. */
const standardCode: Record<string, string> = { in: 'id', iw: 'he' };

/** Names of the languages whose words Hark knows, by X's code. */
const languages: Record<string, string> = Object.fromEntries(
  known.map(({ lang }) => [
    lang,
    new Intl.DisplayNames('en', { type: 'language' }).of(standardCode[lang] ?? lang) ?? lang,
  ]),
);

interface Trial {
  text: string;
  language: string;
  languages: Readonly<Record<string, string>>;
  judgement: Judgement | null;
  watching: boolean;
  onWrite(text: string): void;
  onLanguage(language: string): void;
}

/** Judges a tweet that is being typed by a watchlist that is being edited. */
export function useTryIt(watchlist: Watchlist, example: string): Trial {
  const [typed, setTyped] = useState<string | null>(null);
  const [language, setLanguage] = useState('en');
  const text = typed ?? example;
  const watched = useDeferredValue(watchlist);
  const judge = useMemo(() => makeJudge(watched), [watched]);
  const judgement = useMemo(
    () =>
      text.trim() === ''
        ? null
        : judge({
            handle: null,
            text,
            lang: language,
            mentions: [...text.matchAll(/[@＠](\w{1,20})/g)].map(([, name = '']) => name),
            links: text.match(/https?:\/\/\S+/g) ?? [],
            ad: false,
          }),
    [judge, text, language],
  );
  return {
    text,
    language,
    languages,
    judgement,
    watching: isWatching(watched),
    onWrite: setTyped,
    onLanguage: setLanguage,
  };
}
