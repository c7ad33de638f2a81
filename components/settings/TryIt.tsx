import { useId } from 'react';
import { explain } from '../../lib/triage/explain';
import { type Judgement, loudnessOf } from '../../lib/triage/judgement';
import { lookOf } from '../../lib/triage/look';
import { Choice } from '../Choice';
import { markColour, markIcons } from '../mark-looks';

/** Stands for a language in the choice: each tweet's is told by its words. */
export const GUESSED = 'guessed';

/** A tweet that was tried. */
export interface Tried {
  text: string;
  /** Name of the language in which it was read; null where nobody knows it. */
  language: string | null;
  /** False if the team does not answer that language. */
  answered: boolean;
  judgement: Judgement;
}

/** A trial as it stands, and what can be typed in it. */
export interface Trial {
  text: string;
  /** A code, or `GUESSED`. */
  language: string;
  languages: Readonly<Record<string, string>>;
  tried: readonly Tried[];
  /** Tweets that are too many to try. */
  untried: number;
  /** False while the watchlist is empty. */
  watching: boolean;
  onWrite(text: string): void;
  onLanguage(language: string): void;
}

const MOST_ROWS = 8;

const isMarked = ({ judgement }: Tried): boolean => loudnessOf(judgement) !== 'none';

/** Tweets to try the watchlist on: what Hark would mark, and why. */
export function TryIt({ text, language, languages, tried, untried, watching, onWrite, onLanguage }: Trial) {
  const id = useId();
  const [only, ...others] = tried;
  const several = others.length > 0;
  return (
    <div className="rounded-lg border border-line-strong p-4">
      <div className="flex items-end justify-between gap-4">
        <div>
          <label htmlFor={id} className="text-base font-bold">
            Tweets to try
          </label>
          <p id={`${id}-hint`} className="text-sm text-secondary">
            One, or several with a blank line between.
          </p>
        </div>
        <div className="w-36 shrink-0">
          <Choice
            label="Language"
            value={language}
            options={Object.keys(languages)}
            names={languages}
            onChoose={onLanguage}
          />
        </div>
      </div>
      <textarea
        id={id}
        aria-describedby={`${id}-hint`}
        rows={Math.min(MOST_ROWS, Math.max(2, text.split('\n').length))}
        dir="auto"
        value={text}
        placeholder="Paste what customers have written"
        onChange={(event) => onWrite(event.target.value)}
        className="mt-2 block w-full resize-y rounded-md border border-line-strong bg-background px-3 py-2 text-base"
      />
      <div aria-live="polite" className="mt-3 min-h-5 text-sm">
        {several ? (
          <p className="font-bold">
            {tried.filter(isMarked).length} of {tried.length} would be marked
            {untried > 0 && <span className="font-normal text-secondary"> (the first {tried.length} are tried)</span>}
          </p>
        ) : (
          only && <Verdict {...only} guessed={language === GUESSED} watching={watching} />
        )}
      </div>
      {several && (
        <ol className="mt-2 text-sm">
          {tried.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a tweet has nothing of its own but its place, and no state
            <li key={index} className="space-y-1 border-t border-line py-2 last:pb-0">
              <p dir="auto" className="line-clamp-2 break-words">
                {one.text}
              </p>
              <Verdict {...one} guessed={language === GUESSED} watching={watching} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

interface VerdictProps extends Tried {
  /** The language is Hark's guess. */
  guessed: boolean;
  watching: boolean;
}

/** What Hark makes of a tweet, in one word and one sentence. */
function Verdict({ guessed, watching, ...tried }: VerdictProps) {
  const { judgement, language, answered } = tried;
  const readAs = guessed && language !== null ? `Read as ${language}.` : null;
  if (!isMarked(tried)) {
    const why = !watching
      ? 'nothing is watched yet'
      : answered
        ? 'it names neither you nor trouble with a word of your trade'
        : `${language} is not among the languages you answer`;
    return (
      <p className="text-secondary">
        Not marked: {why}. {answered && readAs}
      </p>
    );
  }
  const look = lookOf(judgement);
  const Icon = markIcons[look.kind];
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className={`tinted inline-flex h-6 items-center gap-1 rounded-full px-2 font-bold ${markColour(look)}`}>
        <Icon size={14} aria-hidden />
        {look.word}
      </span>
      <span>
        {explain(judgement)}{' '}
        <span className="text-secondary">
          {look.shape === 'dot' && 'Shown as a dot only. '}
          {readAs}
        </span>
      </span>
    </p>
  );
}
