import { body15, bold, center, clip, ellipsis, fill, IMG, nowrap, r, row, run, shrink, text, view } from '../atoms';
import { useUi } from '../i18n';
import { VerifiedIcon } from '../icons';
import { avatar } from '../media';
import { goTo } from '../router';
import { params, personOf } from '../store';
import { usePalette } from '../theme';
import { Emoji, splitEmoji } from './emoji';

const inlineFlex = r({ display: 'flex' });
const faint = view(shrink, r({ maxWidth: '100%' }));

/** A display name: text in nested spans, emoji as pictures. */
export function DisplayName({ name }: { name: string }) {
  return (
    <span className={run(ellipsis)}>
      {splitEmoji(name).map((part, index) =>
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
    </span>
  );
}

/** Name and badges, as they stand inside the name link (or, in a quote, inside nothing). */
function NameAndBadges({ handle }: { handle: string }) {
  const palette = usePalette();
  const { words } = useUi();
  const person = personOf(handle);
  return (
    <div className={view(center, row, shrink, r({ maxWidth: '100%' }))}>
      <div
        dir="ltr"
        className={text(body15, bold, center, inlineFlex, clip, nowrap, shrink)}
        style={{ color: palette.text }}
      >
        <DisplayName name={person.name} />
      </div>
      <div dir="ltr" className={text(body15, inlineFlex, row, r({ flexShrink: 0 }))} style={{ color: palette.text }}>
        <span className={run(center, inlineFlex)}>
          {person.verified ? (
            <VerifiedIcon
              label={words.verified}
              gold={handle === person.affiliate || /^lantern(cares)?$/i.test(handle)}
            />
          ) : null}
          {person.affiliate ? <AffiliateBadge organisation={person.affiliate} /> : null}
        </span>
      </div>
    </div>
  );
}

/** The employer's picture behind a name: a link that is not an anchor, just like a quote. */
function AffiliateBadge({ organisation }: { organisation: string }) {
  const size = 'calc(1.0625em)';
  return (
    <div
      role="link"
      tabIndex={0}
      className={view(r({ marginInlineStart: 4, cursor: 'pointer' }))}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        goTo(`/${organisation}`);
      }}
      onKeyDown={(event) => event.key === 'Enter' && goTo(`/${organisation}`)}
    >
      <div className={view(r({ borderRadius: 2 }), clip)} style={{ height: size, width: size }}>
        <div className={view()}>
          <div className={r({ display: 'block', width: '100%' })} style={{ paddingBottom: '100%' }} />
          <div className={fill}>
            <div
              className={view(fill, r({ backgroundSize: 'cover' }))}
              style={{ backgroundImage: `url("${avatar(organisation)}")` }}
            />
            <img alt="" draggable="true" src={avatar(organisation)} className={IMG} />
          </div>
        </div>
      </div>
    </div>
  );
}

function Dot() {
  const palette = usePalette();
  return (
    <div
      dir="ltr"
      aria-hidden="true"
      className={text(body15, r({ padding: '0 4px', flexShrink: 0 }))}
      style={{ color: palette.secondary }}
    >
      <span className={run()}>·</span>
    </div>
  );
}

interface UserNameProps {
  handle: string;
  id?: string;
  /** Name above handle, as on the focal tweet. */
  stacked?: boolean;
  /** Header time; focal tweets and ads have none. */
  time?: { at: number; href: string };
}

/** Author of a tweet: name link, handle link, and the permalink around its time. */
export function UserName({ handle, id, stacked = false, time }: UserNameProps) {
  const palette = usePalette();
  const ui = useUi();
  return (
    <div
      className={view(
        shrink,
        r({ maxWidth: '100%', flexDirection: stacked ? 'column' : 'row' }),
        stacked ? '' : center,
      )}
      data-testid="User-Name"
      id={id}
    >
      <div className={view(center, row, shrink, r({ maxWidth: '100%' }))}>
        <div className={faint}>
          <a href={`/${handle}`} role="link" className={view(shrink, r({ maxWidth: '100%' }))}>
            <NameAndBadges handle={handle} />
          </a>
        </div>
      </div>
      <div className={view(row, shrink, stacked ? '' : r({ marginInlineStart: 4 }))}>
        <div className={view(row, shrink, r({ alignItems: 'baseline' }))}>
          <div className={faint}>
            <a href={`/${handle}`} role="link" tabIndex={-1} className={view(shrink, r({ maxWidth: '100%' }))}>
              <div dir="ltr" className={text(body15, ellipsis)} style={{ color: palette.secondary }}>
                <span className={run()}>@{handle}</span>
              </div>
            </a>
          </div>
          {time ? (
            <>
              <Dot />
              <div className={view(row, r({ flexShrink: 0 }))}>
                <a
                  href={time.href}
                  dir="ltr"
                  aria-label={ui.longAge(time.at, Date.now())}
                  role="link"
                  className={text(body15, nowrap, inlineFlex)}
                  style={{ color: palette.secondary }}
                >
                  <time dateTime={new Date(time.at).toISOString()}>{ui.shortAge(time.at, renderedAt())}</time>
                </a>
              </div>
            </>
          ) : null}
        </div>
      </div>
    </div>
  );
}

/** Calm pages show ages as of their load, so that two screenshots agree. */
const renderedAt = () => (params.calm ? params.now : Date.now());

/** The author of a quoted tweet: the same shape without a single anchor. */
export function QuotedUserName({ handle, time }: { handle: string; time: number }) {
  const palette = usePalette();
  const ui = useUi();
  return (
    <div className={view(center, row, shrink, r({ maxWidth: '100%' }))} data-testid="User-Name">
      <div className={view(center, row, shrink, r({ maxWidth: '100%' }))}>
        <div className={faint}>
          <div className={view(shrink, r({ maxWidth: '100%' }))}>
            <NameAndBadges handle={handle} />
          </div>
        </div>
      </div>
      <div className={view(row, shrink, r({ marginInlineStart: 4 }))}>
        <div className={view(row, shrink, r({ alignItems: 'baseline' }))}>
          <div className={faint}>
            <div tabIndex={-1} className={view(shrink, r({ maxWidth: '100%' }))}>
              <div dir="ltr" className={text(body15, ellipsis)} style={{ color: palette.secondary }}>
                <span className={run()}>@{handle}</span>
              </div>
            </div>
          </div>
          <Dot />
          <div className={view(row, r({ flexShrink: 0 }))}>
            <div className={view(row)}>
              <div
                dir="ltr"
                aria-label={ui.longAge(time, Date.now())}
                className={text(body15, nowrap)}
                style={{ color: palette.secondary }}
              >
                <time dateTime={new Date(time).toISOString()}>{ui.shortAge(time, renderedAt())}</time>
              </div>
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}
