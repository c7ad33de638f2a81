import { useState } from 'react';
import { body15, r, run, text, view } from '../atoms';
import { useUi } from '../i18n';
import { hash32 } from '../ids';
import type { Status } from '../statuses';
import { usePalette } from '../theme';
import { Emoji, splitEmoji } from './emoji';

type Token = { kind: 'text' | 'mention' | 'hashtag' | 'link'; value: string };

const TOKENS = /(https?:\/\/[^\s]+[^\s.,;:!?)\]’”"'])|((?<![\w@])@[A-Za-z0-9_]{1,15})|((?<![\w&])#[\p{L}\p{N}_]+)/gu;

/** Find what X turns into links. */
export function tokens(value: string): Token[] {
  const found: Token[] = [];
  let end = 0;
  for (const match of value.matchAll(TOKENS)) {
    if (match.index > end) found.push({ kind: 'text', value: value.slice(end, match.index) });
    found.push({ kind: match[1] ? 'link' : match[2] ? 'mention' : 'hashtag', value: match[0] });
    end = match.index + match[0].length;
  }
  if (end < value.length) found.push({ kind: 'text', value: value.slice(end) });
  return found;
}

const hidden = r({ fontSize: 0 });
const wrap = r({ display: 'inline-flex' });

/** A shortened link: the scheme and the tail are there, but take no room. */
function ShortLink({ url }: { url: string }) {
  const palette = usePalette();
  const scheme = url.match(/^https?:\/\//)?.[0] ?? '';
  const bare = url.slice(scheme.length);
  const shown = bare.slice(0, 27);
  const rest = bare.slice(27);
  return (
    <a
      dir="ltr"
      href={`https://t.co/${hash32(url).toString(36)}${hash32(`${url}/`).toString(36).slice(0, 3)}`}
      rel="noopener noreferrer nofollow"
      target="_blank"
      role="link"
      className={run()}
      style={{ color: palette.accent }}
    >
      <span aria-hidden="true" className={run(hidden)}>
        {scheme}
      </span>
      {shown}
      {rest ? (
        <>
          <span aria-hidden="true" className={run(hidden)}>
            {rest}
          </span>
          <span aria-hidden="true" className={run()}>
            …
          </span>
        </>
      ) : null}
    </a>
  );
}

/** Plain text and emoji, side by side. */
function Runs({ value }: { value: string }) {
  return (
    <>
      {splitEmoji(value).map((part, index) =>
        part.emoji ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of one fixed text have no other identity.
          <Emoji key={index} value={part.value} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of one fixed text have no other identity.
          <span key={index} className={run()}>
            {part.value}
          </span>
        ),
      )}
    </>
  );
}

/** The words of a tweet. In a quote nothing in it is a link. */
export function TweetText({
  status,
  quoted = false,
  focal = false,
  id,
}: {
  status: Status;
  quoted?: boolean;
  focal?: boolean;
  id?: string;
}) {
  const palette = usePalette();
  const { words } = useUi();
  const [open, setOpen] = useState('');
  const cut = status.truncateAt && open !== status.id && status.text.length > status.truncateAt ? status.truncateAt : 0;
  const shown = cut ? `${status.text.slice(0, cut).trimEnd()}…` : status.text;
  const size = focal ? r({ fontSize: 17, lineHeight: '24px' }) : body15;
  const clamp = quoted ? r({ display: '-webkit-box', WebkitBoxOrient: 'vertical', overflow: 'hidden' }) : '';
  const expand = () => setOpen(status.id);
  // X shows the same thing as a button in some places and as a link that is no anchor in others.
  const asLink = (hash32(status.key) & 1) === 1;
  const moreLook = text(body15, r({ cursor: 'pointer', alignSelf: 'flex-start' }));
  return (
    <>
      <div
        dir="auto"
        lang={status.lang}
        className={text(size, clamp, r({ overflow: 'hidden' }))}
        data-testid="tweetText"
        id={id}
        style={quoted ? { WebkitLineClamp: 5, color: palette.text } : { color: palette.text }}
      >
        {tokens(shown).map((token, index) => {
          const key = `${index}`;
          if (!quoted && token.kind === 'mention') {
            return (
              <div key={key} className={view(wrap)}>
                <span className={run()}>
                  <a
                    dir="ltr"
                    href={`/${token.value.slice(1)}`}
                    role="link"
                    className={run()}
                    style={{ color: palette.accent }}
                  >
                    {token.value}
                  </a>
                </span>
              </div>
            );
          }
          if (!quoted && token.kind === 'hashtag') {
            return (
              <span key={key} className={run()}>
                <a
                  dir="ltr"
                  href={`/hashtag/${encodeURIComponent(token.value.slice(1))}?src=hashtag_click`}
                  role="link"
                  className={run()}
                  style={{ color: palette.accent }}
                >
                  {token.value}
                </a>
              </span>
            );
          }
          if (!quoted && token.kind === 'link') return <ShortLink key={key} url={token.value} />;
          return <Runs key={key} value={token.value} />;
        })}
      </div>
      {cut && !quoted ? (
        asLink ? (
          <div
            dir="ltr"
            role="link"
            tabIndex={0}
            data-testid="tweet-text-show-more-link"
            className={moreLook}
            style={{ color: palette.accent }}
            onClick={expand}
            onKeyDown={(event) => event.key === 'Enter' && expand()}
          >
            <span className={run()}>{words.showMore}</span>
          </div>
        ) : (
          <button
            dir="ltr"
            role="button"
            type="button"
            data-testid="tweet-text-show-more-link"
            className={moreLook}
            style={{ color: palette.accent }}
            onClick={expand}
          >
            <span className={run()}>{words.showMore}</span>
          </button>
        )
      ) : null}
    </>
  );
}
