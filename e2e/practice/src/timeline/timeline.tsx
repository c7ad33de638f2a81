import { useEffect } from 'react';
import { body15, bold, grow, r, round, row, run, text, view } from '../atoms';
import { InlineReply } from '../composer/inline';
import { useUi } from '../i18n';
import { elementId } from '../ids';
import { getStatus } from '../store';
import { usePalette } from '../theme';
import { Ad } from '../tweet/ad';
import { Article, type ArticleProps } from '../tweet/article';
import type { Entry } from './entries';
import { noteMounted, useVersions } from './live';
import { VirtualList } from './virtual';

interface TimelineProps {
  entries: readonly Entry[];
  title: string;
  /** For timelines that scroll in a box of their own (photo dialog). */
  scroller?: () => HTMLElement | null;
  onShowMore?: () => void;
  /** In a dialog the post button has another test id than inline. */
  inDialog?: boolean;
}

/** X's timeline: a labelled section around absolutely placed cells. */
export function Timeline({ entries, title, scroller, onShowMore, inDialog = false }: TimelineProps) {
  const { words } = useUi();
  const label = `accessible-list-${inDialog ? 7 : 0}`;
  return (
    <section aria-labelledby={label} role="region" className={view()}>
      <h1
        dir="auto"
        aria-level={1}
        role="heading"
        id={label}
        className={text(
          r({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clip: 'rect(1px, 1px, 1px, 1px)' }),
        )}
      >
        {title}
      </h1>
      <div aria-label={`${words.timeline}${title}`} className={view()}>
        <VirtualList
          entries={entries}
          scroller={scroller}
          render={(entry, slot) => <Cell entry={entry} slot={slot} onShowMore={onShowMore} inDialog={inDialog} />}
        />
      </div>
    </section>
  );
}

/** One cell's content. Joined tweets have no line below them; the last of a thread has. */
function Cell({
  entry,
  slot,
  onShowMore,
  inDialog,
}: {
  entry: Entry;
  slot: string;
  onShowMore?: () => void;
  inDialog: boolean;
}) {
  const palette = usePalette();
  if (entry.kind === 'gap') {
    return (
      <div className={view(r({ borderBottom: `0px solid ${palette.divider}` }))}>
        <div className={view()} />
      </div>
    );
  }
  const joined = entry.kind === 'tweet' && entry.lineBelow;
  const border = joined
    ? ''
    : r({ borderBottomWidth: 1, borderBottomStyle: 'solid', borderBottomColor: palette.divider });
  return (
    <div className={view(border, r({ display: 'block' }))}>
      <div className={view()}>
        {entry.kind === 'more-replies' ? (
          <MoreReplies onShow={onShowMore} />
        ) : entry.kind === 'focal' ? (
          <>
            <LiveArticle id={entry.id} slot={slot} focal lineAbove={entry.lineAbove} />
            <InlineReply replyTo={entry.id} inDialog={inDialog} />
          </>
        ) : (
          <LiveArticle
            id={entry.id}
            slot={slot}
            pinned={entry.pinned}
            lineAbove={entry.lineAbove}
            lineBelow={entry.lineBelow}
          />
        )}
      </div>
    </div>
  );
}

/** An article that takes part in the page's unrest. */
function LiveArticle({ slot, ...props }: ArticleProps & { slot: string }) {
  const { header, bar } = useVersions(slot);
  useEffect(() => noteMounted(slot, props.id), [slot, props.id]);
  const Kind = getStatus(props.id)?.ad ? Ad : Article;
  return <Kind {...props} headerVersion={header} barVersion={bar} />;
}

/** X's "Show additional replies": an article by role, but not a tweet. */
function MoreReplies({ onShow }: { onShow?: () => void }) {
  const palette = usePalette();
  const { words } = useUi();
  const id = elementId('more-replies');
  return (
    <article aria-labelledby={id} role="article" tabIndex={-1} className={view(row, r({ padding: '0 16px' }))}>
      <div className={view(grow)}>
        <div className={view(grow)}>
          <div className={view()}>
            <div className={view(row)}>
              <div className={view()} />
            </div>
          </div>
          <div className={view()}>
            <div className={view()}>
              <div
                className={view(
                  row,
                  r({ alignItems: 'center', justifyContent: 'space-between', padding: '16px 0', gap: 12 }),
                )}
              >
                <div className={view(grow)}>
                  <div dir="auto" id={id} className={text(body15)} style={{ color: palette.secondary }}>
                    <span className={run()}>{words.additional}</span>
                  </div>
                </div>
                <div className={view()}>
                  <button
                    type="button"
                    role="button"
                    onClick={onShow}
                    className={view(round, r({ border: `1px solid ${palette.border}`, padding: '6px 16px' }))}
                    style={{ backgroundColor: 'rgba(0, 0, 0, 0)' }}
                  >
                    <div dir="ltr" className={text(body15, bold)} style={{ color: palette.text }}>
                      <span className={run()}>
                        <span className={run()}>{words.show}</span>
                      </span>
                    </div>
                  </button>
                </div>
              </div>
            </div>
          </div>
        </div>
      </div>
    </article>
  );
}
