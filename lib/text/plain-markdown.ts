/** A stretch of text. */
export interface Span {
  text: string;
  bold: boolean;
}

/** A block of a document. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'list'; items: Span[][] };

/** Words between two pairs of asterisks are bold. */
function spansOf(text: string): Span[] {
  return text
    .split('**')
    .map((part, at) => ({ text: part, bold: at % 2 === 1 }))
    .filter((span) => span.text !== '');
}

/**
 * Reads a document of headings, paragraphs of one line each and plain lists, with bold words. Anything else is taken for
 * text: nothing in it can become markup.
 */
export function readMarkdown(source: string): Block[] {
  const blocks: Block[] = [];
  for (const line of source.split('\n').map((one) => one.trim())) {
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    const last = blocks.at(-1);
    if (line === '') continue;
    if (heading) blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
    else if (!line.startsWith('- ')) blocks.push({ kind: 'paragraph', spans: spansOf(line) });
    else if (last?.kind === 'list') last.items.push(spansOf(line.slice(2)));
    else blocks.push({ kind: 'list', items: [spansOf(line.slice(2))] });
  }
  return blocks;
}
