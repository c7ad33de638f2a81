import { useEffect, useRef, useState } from 'react';
import { bold, center, fill, r, round, row, run, small13, text, view } from '../atoms';
import { openReply } from '../composer/open';
import { useUi } from '../i18n';
import { Icon } from '../icons';
import type { Status } from '../statuses';
import { addCounts, params, patch } from '../store';
import { usePalette } from '../theme';

const SLIDE = { transitionProperty: 'transform', transitionDuration: '0.3s', transform: 'translate3d(0px, 0px, 0px)' };

/** A count that shows its old and its new value for a moment while it changes. */
export function Counter({ value, large = false }: { value: string; large?: boolean }) {
  const look = large ? bold : run(small13, r({ padding: '0 4px', minWidth: 'calc(1em + 8px)' }));
  const [before, setBefore] = useState<string>();
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value) return;
    if (!params.calm) setBefore(last.current);
    last.current = value;
    const timer = setTimeout(() => setBefore(undefined), 320);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <div className={view(r({ display: 'inline-flex', overflow: 'hidden' }))}>
      {before !== undefined ? (
        <span className={r({ position: 'absolute' })} style={{ transform: 'translate3d(0px, -16px, 0px)' }}>
          <span className={look}>
            <span className={run()}>{before}</span>
          </span>
        </span>
      ) : null}
      <span data-testid="app-text-transition-container" style={SLIDE}>
        <span className={look}>{value ? <span className={run()}>{value}</span> : null}</span>
      </span>
    </div>
  );
}

const HUES = {
  reply: '29, 155, 240',
  retweet: '0, 186, 124',
  like: '249, 24, 128',
  views: '29, 155, 240',
  bookmark: '29, 155, 240',
  share: '29, 155, 240',
};

/** What every button of the bar looks like inside: a halo, an icon, a count. */
function Inner({
  icon,
  value,
  hue,
  filled,
}: {
  icon: 'reply' | 'repost' | 'like' | 'views' | 'bookmark' | 'share';
  value?: string;
  hue: string;
  filled?: boolean;
}) {
  const palette = usePalette();
  return (
    <div
      dir="ltr"
      className={text(
        small13,
        row,
        center,
        r({ display: 'flex', transition: 'color 0.2s' }),
        r({ color: `rgb(${hue})` }, ':hover'),
      )}
      style={{ color: filled ? `rgb(${hue})` : palette.secondary }}
    >
      <div className={view(r({ display: 'inline-flex' }))}>
        <div
          className={view(
            fill,
            round,
            r({ margin: -8, width: 'auto', height: 'auto' }),
            r({ backgroundColor: `rgba(${hue}, 0.1)` }, ':hover'),
          )}
        />
        <Icon name={icon} filled={filled} />
      </div>
      {value === undefined ? null : <Counter value={value} />}
    </div>
  );
}

const cell = view(row, r({ flexGrow: 1, flexShrink: 1, flexBasis: 0, justifyContent: 'flex-start' }));
const last = view(r({ justifyContent: 'flex-end' }));
const buttonLook = view(r({ justifyContent: 'center', minHeight: 20, userSelect: 'none', overflow: 'visible' }));

interface ActionBarProps {
  status: Status;
  /** Only the focal tweet keeps its bookmark in the bar. */
  focal?: boolean;
  id?: string;
}

/** Reply, repost, like, views, share; order and members differ by place, as on X. */
export function ActionBar({ status, focal = false, id }: ActionBarProps) {
  const ui = useUi();
  const { words, count } = ui;
  const { counts } = status;
  const shown = (value: number) => (value ? count(value) : '');
  const summary = [
    counts.reply && `${counts.reply} ${words.replies}`,
    counts.retweet && `${counts.retweet} ${words.repost}`,
    counts.like && `${counts.like} ${words.like}`,
    counts.bookmark && `${counts.bookmark} ${words.bookmark}`,
    !status.own && `${counts.view} ${words.views}`,
  ].filter(Boolean);
  const like = () => {
    patch(status.id, { liked: !status.liked });
    addCounts(status.id, { like: status.liked ? -1 : 1 });
  };
  return (
    <div
      role="group"
      id={id}
      aria-label={summary.join(', ')}
      className={view(
        row,
        r({
          justifyContent: 'space-between',
          gap: 4,
          maxWidth: focal ? 'none' : 600,
          height: focal ? 48 : 'auto',
          marginTop: focal ? 0 : 12,
          alignItems: 'center',
        }),
      )}
    >
      <div className={cell}>
        <button
          type="button"
          role="button"
          aria-label={`${counts.reply} ${words.replies}. ${words.reply}`}
          className={buttonLook}
          data-testid="reply"
          onClick={() => openReply(status.id)}
        >
          <Inner icon="reply" hue={HUES.reply} value={shown(counts.reply)} />
        </button>
      </div>
      <div className={cell}>
        <button
          type="button"
          role="button"
          aria-expanded="false"
          aria-haspopup="menu"
          aria-label={`${counts.retweet} ${words.repost}`}
          className={buttonLook}
          data-testid="retweet"
          onClick={(event) =>
            window.dispatchEvent(
              new CustomEvent('practice:menu', {
                detail: { kind: 'repost', id: status.id, at: event.currentTarget.getBoundingClientRect() },
              }),
            )
          }
        >
          <Inner icon="repost" hue={HUES.retweet} value={shown(counts.retweet)} />
        </button>
      </div>
      <div className={cell}>
        <button
          type="button"
          role="button"
          aria-label={`${counts.like} ${words.like}. ${status.liked ? words.liked : words.like}`}
          className={buttonLook}
          data-testid={status.liked ? 'unlike' : 'like'}
          onClick={like}
        >
          <Inner icon="like" hue={HUES.like} value={shown(counts.like)} filled={status.liked} />
        </button>
      </div>
      {focal ? (
        <div className={cell}>
          <button
            type="button"
            role="button"
            aria-label={`${counts.bookmark} ${words.bookmark}`}
            className={buttonLook}
            data-testid="bookmark"
          >
            <Inner icon="bookmark" hue={HUES.bookmark} value={shown(counts.bookmark)} />
          </button>
        </div>
      ) : (
        <div className={cell}>
          <a
            href={`/${status.by}/status/${status.id}/analytics`}
            aria-label={`${counts.view} ${words.viewAnalytics}`}
            role="link"
            className={buttonLook}
          >
            <Inner icon="views" hue={HUES.views} value={shown(counts.view)} />
          </a>
        </div>
      )}
      <div
        className={last}
        style={{
          justifyContent: 'inherit',
          display: 'inline-grid',
          transform: 'rotate(0deg) scale(1) translate3d(0px, 0px, 0px)',
        }}
      >
        <div className={view(row)}>
          <button
            type="button"
            role="button"
            aria-expanded="false"
            aria-haspopup="menu"
            aria-label={words.share}
            className={buttonLook}
          >
            <Inner icon="share" hue={HUES.share} />
          </button>
        </div>
      </div>
    </div>
  );
}
