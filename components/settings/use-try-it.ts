import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { languageName } from '../../lib/text/language-names';
import { makeJudge } from '../../lib/triage/judge';
import { judgeableText } from '../../lib/triage/judgement';
import { lexicons } from '../../lib/triage/lexicon';
import type { Model } from '../../lib/triage/model';
import { guessLanguage, tweetsIn } from '../../lib/triage/pasted';
import { troubleWords } from '../../lib/triage/words';
import { isWatching, type Watchlist } from '../../lib/watchlist/watchlist';
import { GUESSED, type Trial } from './TryIt';

/** Names of the languages whose words Hark knows, by X's code. */
const languages: Record<string, string> = {
  [GUESSED]: 'By its words',
  ...Object.fromEntries(
    [...lexicons.map(({ lang }) => lang), ...Object.keys(troubleWords)].map((lang) => [lang, languageName(lang)]),
  ),
};

/** Nobody reads more verdicts than this, and each key that is pressed makes them anew. */
const MOST_TWEETS = 50;

/**
 * Judges tweets that are being pasted or typed, each by itself, by a watchlist that is being edited.
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
  const [language, setLanguage] = useState<string>(GUESSED);
  const text = typed ?? example;
  const pasted = useDeferredValue(text);
  const watched = useDeferredValue(watchlist);
  const judge = useMemo(() => model && makeJudge(watched, model), [watched, model]);
  const tweets = useMemo(() => tweetsIn(pasted), [pasted]);
  const tried = useMemo(
    () =>
      judge
        ? tweets.slice(0, MOST_TWEETS).map((tweet) => {
            const lang = language === GUESSED ? guessLanguage(tweet) : language;
            const { languages: answered } = watched;
            return {
              text: tweet,
              language: lang && languageName(lang),
              answered: lang === null || answered.length === 0 || answered.includes(lang),
              judgement: judge(judgeableText(tweet, { lang })),
            };
          })
        : [],
    [judge, tweets, language, watched],
  );
  return {
    text,
    language,
    languages,
    tried,
    untried: tweets.length - tried.length,
    watching: isWatching(watched),
    onWrite: setTyped,
    onLanguage: setLanguage,
  };
}
