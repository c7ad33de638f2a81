import { useEffect, useState } from 'react';

/** Whoever types, or goes through filters, has come to rest after so long; in milliseconds. */
const SETTLES = 700;

interface ListStatusProps {
  /** What the list was asked for. Each question is answered once: rows that come and go by themselves are no news. */
  question: string;
  /** What was found; null while it is not known. */
  words: string | null;
}

/** Tells screen readers what a list has come to, once that has settled. */
export function ListStatus({ question, words }: ListStatusProps) {
  const [said, setSaid] = useState<{ question: string; words: string } | null>(null);
  const answered = said?.question === question;
  useEffect(() => {
    if (answered || words === null) return;
    const timer = setTimeout(() => setSaid({ question, words }), SETTLES);
    return () => clearTimeout(timer);
  }, [answered, question, words]);
  return (
    <p role="status" data-listed className="sr-only">
      {/* A part of its own for each answer: the same words for another question are said again. */}
      {said && <span key={said.question}>{said.words}</span>}
    </p>
  );
}
