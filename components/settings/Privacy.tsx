import { readMarkdown, type Span } from '../../lib/text/plain-markdown';
import text from '../../PRIVACY.md?raw';

// The section has a title of its own.
const blocks = readMarkdown(text).filter((block) => block.kind !== 'heading' || block.level > 1);

/** What is read and kept, where, for how long, and what never happens: the very text of `PRIVACY.md`. */
export function Privacy() {
  return (
    <div className="max-w-[620px] text-pretty">
      {blocks.map((block, at) => {
        const key = `${at}`;
        if (block.kind === 'heading') {
          return (
            <h3 key={key} className="mt-5 font-bold first:mt-0">
              {block.text}
            </h3>
          );
        }
        if (block.kind === 'paragraph') {
          return (
            <p key={key} className="mt-1.5">
              <Words spans={block.spans} />
            </p>
          );
        }
        return (
          <ul key={key} className="mt-1.5 list-disc space-y-1 pl-5">
            {block.items.map((spans) => (
              <li key={spans.map((span) => span.text).join('')}>
                <Words spans={spans} />
              </li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}

function Words({ spans }: { spans: readonly Span[] }) {
  return spans.map((span) => (span.bold ? <b key={span.text}>{span.text}</b> : span.text));
}
