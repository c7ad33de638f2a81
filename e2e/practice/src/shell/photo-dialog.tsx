import { useCallback, useMemo, useRef, useState } from 'react';
import { clip, r, round, row, view } from '../atoms';
import { useUi } from '../i18n';
import { Icon } from '../icons';
import { photo } from '../media';
import { goBack } from '../router';
import { useStatus } from '../store';
import { usePalette } from '../theme';
import { conversationFeed } from '../timeline/feeds';
import { Timeline } from '../timeline/timeline';
import { ActionBar } from '../tweet/actionbar';

/** The photo viewer: the picture with an action bar of its own, and the conversation in a scrolling column beside it. */
export function PhotoDialog({ id, index, version }: { id: string; index: number; version: number }) {
  const palette = usePalette();
  const { words } = useUi();
  const status = useStatus(id);
  const column = useRef<HTMLDivElement>(null);
  const [everything, setEverything] = useState(false);
  const scroller = useCallback(() => column.current, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for everything the feed reads.
  const entries = useMemo(() => conversationFeed(id, everything), [id, everything, version]);
  if (!status) return null;
  const source = status.media?.[index] ?? photo(`${status.key}/${index}`);
  return (
    <div className={view(r({ position: 'fixed', top: 0, left: 0, right: 0, bottom: 0 }))}>
      <div
        role="dialog"
        aria-modal="true"
        aria-labelledby="modal-header"
        className={view(row, r({ height: '100%', justifyContent: 'space-between' }))}
      >
        {/* X gives this wrapper a tweet's test id, though it is no article and holds many tweets. */}
        <div className={view(row, r({ width: '100%', height: '100%' }))} data-testid="tweet">
          <div className={view(r({ flexGrow: 1, flexShrink: 1 }))}>
            <div className={view(r({ flexGrow: 1, flexShrink: 1 }))} style={{ backgroundColor: 'rgba(0, 0, 0, 0.9)' }}>
              <div className={view(r({ flexGrow: 1, flexShrink: 1, justifyContent: 'center' }))}>
                <div className={view(r({ alignItems: 'center' }))} data-testid="swipe-to-dismiss">
                  <img
                    alt={words.image}
                    draggable="true"
                    src={source}
                    className={r({ maxWidth: '100%', maxHeight: '86vh', width: '100%', objectFit: 'contain' })}
                  />
                </div>
              </div>
              <div className={view(r({ alignItems: 'center', paddingBottom: 8 }))}>
                <div className={view(r({ width: 500, maxWidth: '90%' }))}>
                  {/* No id: this bar belongs to no article. */}
                  <ActionBar status={status} />
                </div>
              </div>
            </div>
            <div role="presentation" className={view(r({ position: 'absolute', top: 12, insetInlineStart: 12 }))}>
              <button
                type="button"
                role="button"
                aria-label={words.close}
                className={view(round, r({ padding: 8, color: '#fff' }))}
                style={{ backgroundColor: 'rgba(0, 0, 0, 0.75)' }}
                onClick={goBack}
              >
                <Icon name="close" size={20} />
              </button>
            </div>
          </div>
          <div
            ref={column}
            aria-expanded="true"
            className={view(clip, r({ width: 350, overflowY: 'auto' }))}
            style={{ backgroundColor: palette.background }}
          >
            <Timeline
              entries={entries}
              title={words.conversation}
              scroller={scroller}
              onShowMore={() => setEverything(true)}
              inDialog
            />
          </div>
        </div>
      </div>
    </div>
  );
}
