import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { makeJudge } from '../../lib/triage/judge';
import { judgeableText } from '../../lib/triage/judgement';
import { lexicons } from '../../lib/triage/lexicon';
import type { Model } from '../../lib/triage/model';
import { troubleWords } from '../../lib/triage/words';
import { isWatching, type Watchlist } from '../../lib/watchlist/watchlist';
import type { Trial } from './TryIt';

/** X's codes where they differ from today's standard. */
const standardCode: Record<string, string> = { in: 'id', iw: 'he' };

/** Names of the languages whose words Hark knows, by X's code. */
const languages: Record<string, string> = Object.fromEntries(
  [...lexicons.map(({ lang }) => lang), ...Object.keys(troubleWords)].map((lang) => [
    lang,
    new Intl.DisplayNames('en', { type: 'language' }).of(standardCode[lang] ?? lang) ?? lang,
  ]),
);

/**
 * Judges a tweet that is being typed by a watchlist that is being edited.
 *
 * @param loadModel gives the trained heads; the same function each time
 */
export function useTryIt(watchlist: Watchlist, example: string, loadModel: () => Promise<Model>): Trial {
  const [model, setModel] = useState<Model | null>(null);
  useEffect(() => {
    let gone = false;
    loadModel().then(
      (loaded) => {
        if (!gone) setModel(() => loaded);
      },
      () => {
        // Nothing is tried then; setting up works all the same.
      },
    );
    return () => {
      gone = true;
    };
  }, [loadModel]);
  const [typed, setTyped] = useState<string | null>(null);
  const [language, setLanguage] = useState('en');
  const text = typed ?? example;
  const watched = useDeferredValue(watchlist);
  const judge = useMemo(() => model && makeJudge(watched, model), [watched, model]);
  const judgement = useMemo(
    () => (!judge || text.trim() === '' ? null : judge(judgeableText(text, { lang: language }))),
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
