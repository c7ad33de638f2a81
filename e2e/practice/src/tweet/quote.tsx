import { center, r, row, run, text, view } from '../atoms';
import { useUi } from '../i18n';
import { photo } from '../media';
import { goTo } from '../router';
import { useStatus } from '../store';
import { usePalette } from '../theme';
import { Avatar } from './avatar';
import { Photos, Video } from './media';
import { QuotedUserName } from './names';
import { TweetText } from './text';

/** A quoted tweet: inside the article that quotes it, a link that is no anchor, with an author, a time and a text of its own. */
export function Quote({ id, labelId }: { id: string; labelId: string }) {
  const palette = usePalette();
  const { words } = useUi();
  const status = useStatus(id);
  if (!status) return null;
  const open = () => goTo(`/${status.by}/status/${status.id}`);
  return (
    <div className={view(r({ marginTop: 12 }))} id={labelId}>
      <div
        dir="ltr"
        className={text(
          r({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clip: 'rect(1px, 1px, 1px, 1px)' }),
        )}
        style={{ color: palette.text }}
      >
        <span className={run()}>{words.quote}</span>
      </div>
      <div
        role="link"
        tabIndex={0}
        className={view(
          r({ borderRadius: 16, border: `1px solid ${palette.border}`, overflow: 'hidden', cursor: 'pointer' }),
          r({ backgroundColor: palette.hover }, ':hover'),
        )}
        onClick={(event) => {
          event.stopPropagation();
          open();
        }}
        onKeyDown={(event) => event.key === 'Enter' && open()}
      >
        <div className={view()}>
          <div className={view(r({ padding: '12px 12px 0' }))}>
            <div className={view()}>
              <div className={view(row, center)}>
                <div className={view(r({ marginInlineEnd: 4 }))}>
                  <div className={view()} data-testid="Tweet-User-Avatar">
                    <div className={view()}>
                      <Avatar handle={status.by} size={24} link="none" />
                    </div>
                  </div>
                </div>
                <div className={view(r({ flexShrink: 1 }))}>
                  <QuotedUserName handle={status.by} time={status.time} />
                </div>
              </div>
            </div>
          </div>
          <div className={view(r({ padding: '4px 12px 12px' }))}>
            <TweetText status={status} quoted />
          </div>
          {status.video ? (
            <div className={view()}>
              <Video status={status} />
            </div>
          ) : status.photos || status.media?.length ? (
            <div className={view()}>
              <Photos status={{ ...status, media: status.media?.slice(0, 1) ?? [photo(`${status.key}/0`)] }} />
            </div>
          ) : null}
        </div>
      </div>
    </div>
  );
}
