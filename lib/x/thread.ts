import { answeredRow, type Row, type TweetRow } from './conversation';

/**
 * The conversation around a tweet as far as it is rendered: what it answers, up to the beginning, and what answers it,
 * down to the end. In page order, without the tweet itself.
 */
export function threadAround(rows: readonly Row[], id: string, joined: (row: TweetRow) => boolean): TweetRow[] {
  const answers = new Map<string, string>();
  rows.forEach((row, index) => {
    const answered = answeredRow(rows, index, joined);
    if (row.article && answered) answers.set(row.id, answered.id);
  });
  const members = new Set([id]);
  for (let above = answers.get(id); above !== undefined && !members.has(above); above = answers.get(above)) {
    members.add(above);
  }
  const below = new Set([id]);
  // Rows are in page order, so one pass finds answers to answers as well.
  for (const row of rows) {
    const answered = row.article ? answers.get(row.id) : undefined;
    if (row.article && answered !== undefined && below.has(answered)) below.add(row.id);
  }
  return rows.filter(
    (row): row is TweetRow => row.article !== null && row.id !== id && (members.has(row.id) || below.has(row.id)),
  );
}
