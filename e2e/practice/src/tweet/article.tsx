import { type MouseEvent, memo } from 'react';
import { clip, grow, r, row, view } from '../atoms';
import { elementId } from '../ids';
import { goTo } from '../router';
import type { Status } from '../statuses';
import { useStatus } from '../store';
import { usePalette } from '../theme';
import { ActionBar } from './actionbar';
import { Avatar } from './avatar';
import { Context, Header } from './header';
import { Card, LongArticle, Photos, Video } from './media';
import { PermalinkRow, QuotesRow } from './permalink';
import { Quote } from './quote';
import { TweetText } from './text';

export interface ArticleProps {
  id: string;
  focal?: boolean;
  pinned?: boolean;
  /** Joined to the tweet above or below by X's vertical line. */
  lineAbove?: boolean;
  lineBelow?: boolean;
  /** Changing one of these replaces that part by new nodes, whatever others have put into it. */
  headerVersion?: number;
  barVersion?: number;
  /** In the reply dialog: no action bar, and no way to anywhere. */
  bare?: boolean;
}

const INTERACTIVE = 'a, button, input, textarea, video, [role="link"], [role="button"], [contenteditable="true"]';

/** Anywhere on an article that is not a control of its own leads to its status page. */
function follow(event: MouseEvent<HTMLElement>, status: Status) {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(INTERACTIVE)) return;
  if (String(getSelection() ?? '')) return;
  goTo(`/${status.by}/status/${status.id}`);
}

/** One tweet, in every form it takes on the page. */
export const Article = memo(function Article(props: ArticleProps) {
  const status = useStatus(props.id);
  return status ? <Drawn {...props} status={status} /> : null;
});

function Drawn({
  status,
  focal = false,
  pinned = false,
  lineAbove,
  lineBelow,
  headerVersion = 0,
  barVersion = 0,
  bare = false,
}: ArticleProps & { status: Status }) {
  const palette = usePalette();
  const eid = (part: string) => elementId(`${status.id}/${part}`);
  const href = `/${status.by}/status/${status.id}`;
  const time = focal || status.ad ? undefined : { at: status.time, href };
  const line = (
    <div className={view(r({ width: 2, backgroundColor: palette.divider, flexGrow: 1, alignSelf: 'center' }))} />
  );
  const avatar = (
    <div className={view(r({ flexBasis: 40, width: 40, marginInlineEnd: 8 }))}>
      <div className={view()} data-testid="Tweet-User-Avatar">
        <div className={view()}>
          <div className={view()}>
            <Avatar handle={status.by} size={40} link="hidden" />
          </div>
        </div>
      </div>
      {lineBelow ? (
        <div
          className={view(
            r({ width: 2, backgroundColor: palette.divider, flexGrow: 1, alignSelf: 'center', marginTop: 4 }),
          )}
        />
      ) : null}
    </div>
  );
  const body =
    status.article && focal ? (
      <LongArticle status={status} />
    ) : (
      <TweetText
        status={status.article ? { ...status, text: status.text.split('\n')[0] ?? '' } : status}
        focal={focal}
        id={eid('text')}
      />
    );
  const attached = <Attached status={status} eid={eid} />;
  const header = <Header key={`h${headerVersion}`} status={status} time={time} stacked={focal} eid={eid} />;
  return (
    <article
      aria-labelledby={['name', 'time', 'text', 'media', 'bar'].map(eid).join(' ')}
      role="article"
      tabIndex={focal ? -1 : 0}
      className={view(
        row,
        clip,
        r({ padding: '0 16px', cursor: focal ? 'auto' : 'pointer', transition: 'background-color 0.2s' }),
        focal ? '' : r({ backgroundColor: palette.hover }, ':hover'),
      )}
      data-testid="tweet"
      onClick={(event) => !focal && !bare && follow(event, status)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget && !focal) goTo(href);
      }}
    >
      <div className={view(grow)}>
        <div className={view(grow)}>
          <Context status={status} pinned={pinned} lineAbove={lineAbove ? line : null} eid={eid} />
          <div className={view(row)}>
            {avatar}
            {focal ? (
              <div className={view(grow, r({ justifyContent: 'center' }))}>{header}</div>
            ) : (
              <div className={view(grow, r({ paddingBottom: 12 }))}>
                <div className={view(r({ marginBottom: 2 }))}>{header}</div>
                <div className={view()}>{body}</div>
                {attached}
                {bare ? null : (
                  <div className={view()}>
                    <ActionBar key={`b${barVersion}`} status={status} id={eid('bar')} />
                  </div>
                )}
              </div>
            )}
          </div>
          {focal ? (
            <div className={view()}>
              <div className={view(r({ marginTop: 12 }))}>
                <div className={view()}>{body}</div>
              </div>
              <div className={view()}>{attached}</div>
              <div className={view()} />
              <PermalinkRow status={status} />
              <div className={view(r({ borderTop: `1px solid ${palette.divider}` }))}>
                <ActionBar key={`b${barVersion}`} status={status} focal id={eid('bar')} />
                {status.counts.retweet > 40 ? <QuotesRow status={status} /> : null}
              </div>
            </div>
          ) : null}
        </div>
      </div>
    </article>
  );
}

/** Whatever hangs below the text: photos, a video, a card, and last a quote. */
function Attached({ status, eid }: { status: Status; eid: (part: string) => string }) {
  const media =
    status.media?.length || status.photos ? (
      <Photos status={status} />
    ) : status.video ? (
      <Video status={status} />
    ) : null;
  if (!media && !status.card && !status.quote) return null;
  return (
    <div aria-labelledby={`${eid('media')} ${eid('quote')}`} className={view()} id={eid('attached')}>
      {media ? (
        <div className={view()}>
          <div className={view()}>{media}</div>
        </div>
      ) : null}
      {!media && status.card ? <Card status={status} mediaId={eid('media')} cardId={eid('card')} /> : null}
      {status.quote ? <Quote id={status.quote} labelId={eid('quote')} /> : null}
    </div>
  );
}
