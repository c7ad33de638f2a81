import { useId } from 'react';
import { explain } from '../../lib/triage/explain';
import { type Judgement, loudnessOf } from '../../lib/triage/judgement';
import { lookOf } from '../../lib/triage/look';
import { Choice } from '../Choice';
import { markColour, markIcons } from '../mark-looks';

/** A trial as it stands, and what can be typed in it. */
export interface Trial {
  text: string;
  language: string;
  languages: Readonly<Record<string, string>>;
  /** Null while there is nothing to judge. */
  judgement: Judgement | null;
  /** False while the watchlist is empty. */
  watching: boolean;
  onWrite(text: string): void;
  onLanguage(language: string): void;
}

/** A tweet to try the watchlist on: what Hark would mark, and why. */
export function TryIt({ text, language, languages, judgement, watching, onWrite, onLanguage }: Trial) {
  const id = useId();
  return (
    <div className="rounded-lg border border-line-strong p-4">
      <div className="flex items-end justify-between gap-4">
        <label htmlFor={id} className="text-base font-bold">
          A tweet to try
        </label>
        <div className="w-36">
          <Choice
            label="Its language"
            value={language}
            options={Object.keys(languages)}
            names={languages}
            onChoose={onLanguage}
          />
        </div>
      </div>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        value={text}
        placeholder="Paste a tweet’s text"
        onChange={(event) => onWrite(event.target.value)}
        className="mt-2 block w-full resize-y rounded-md border border-line-strong bg-background px-3 py-2 text-base"
      />
      <div aria-live="polite" className="mt-3 min-h-5 text-sm">
        {judgement && <Verdict judgement={judgement} watching={watching} />}
      </div>
    </div>
  );
}

/** What Hark makes of a tweet, in one word and one sentence. */
export function Verdict({ judgement, watching }: { judgement: Judgement; watching: boolean }) {
  if (loudnessOf(judgement) === 'none') {
    return (
      <p className="text-secondary">
        {watching
          ? 'Not marked: it names neither you nor trouble with a word of your trade.'
          : 'Not marked: nothing is watched yet.'}
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
      <span>{explain(judgement)}</span>
      {look.shape === 'dot' && <span className="text-secondary">Shown as a dot only.</span>}
    </p>
  );
}
