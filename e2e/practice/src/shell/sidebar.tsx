import { useState } from 'react';
import { body15, bold, center, ellipsis, grow, r, round, row, run, small13, text, view } from '../atoms';
import { useUi } from '../i18n';
import { Icon } from '../icons';
import { goTo, type Place } from '../router';
import { getStatus, personOf } from '../store';
import { usePalette } from '../theme';
import { Avatar } from '../tweet/avatar';
import { DisplayName } from '../tweet/names';

const TRENDS = ['#TramTuesday', 'Lantern', 'Harbour fog', '#SoupSeason', 'Night market'];

/** Search, people and trends: full of handles and words that are no tweets. */
export function Sidebar({ place }: { place: Place }) {
  const palette = usePalette();
  const { words } = useUi();
  const id = place.path.match(/\/status\/(\d+)/)?.[1] ?? '';
  const focal = getStatus(id);
  const parent = focal?.replyTo ? getStatus(focal.replyTo) : undefined;
  const people = [...new Set(focal ? [focal.by, ...(parent ? [parent.by] : [])] : ['LanternCares', 'harbour_radio'])];
  const box = view(r({ border: `1px solid ${palette.divider}`, borderRadius: 16, overflow: 'hidden', marginTop: 16 }));
  return (
    <div className={view(r({ width: 350, marginInlineEnd: 10 }))} data-testid="sidebarColumn">
      <div className={view(r({ position: 'sticky', top: 0 }))}>
        <div tabIndex={0} aria-label={words.trending} className={view(r({ outline: 'none' }))}>
          <SearchBox key={place.query.get('q') ?? ''} initial={place.query.get('q') ?? ''} />
          <div className={box}>
            <aside role="complementary" aria-label={words.relevantPeople} className={view(r({ padding: '12px 0' }))}>
              <Heading>{words.relevantPeople}</Heading>
              <ul role="list" className={view()}>
                {people.map((handle) => (
                  <PersonCell key={handle} handle={handle} />
                ))}
              </ul>
            </aside>
          </div>
          <div className={box}>
            <section role="region" aria-labelledby="accessible-list-1" className={view(r({ padding: '12px 0' }))}>
              <h1
                dir="auto"
                aria-level={1}
                role="heading"
                id="accessible-list-1"
                className={text(
                  r({
                    position: 'absolute',
                    width: 1,
                    height: 1,
                    overflow: 'hidden',
                    clip: 'rect(1px, 1px, 1px, 1px)',
                  }),
                )}
              >
                {words.trending}
              </h1>
              <Heading>{words.happening}</Heading>
              {TRENDS.map((trend) => (
                <div
                  key={trend}
                  role="link"
                  tabIndex={0}
                  data-testid="trend"
                  className={view(
                    r({ padding: '8px 16px', cursor: 'pointer' }),
                    r({ backgroundColor: palette.hover }, ':hover'),
                  )}
                  onClick={() => goTo(`/search?q=${encodeURIComponent(trend)}`)}
                  onKeyDown={(event) => event.key === 'Enter' && goTo(`/search?q=${encodeURIComponent(trend)}`)}
                >
                  <div dir="ltr" className={text(small13)} style={{ color: palette.secondary }}>
                    <span className={run()}>{words.trending}</span>
                  </div>
                  <div dir="ltr" className={text(body15, bold)} style={{ color: palette.text }}>
                    <span className={run()}>{trend}</span>
                  </div>
                </div>
              ))}
            </section>
          </div>
        </div>
      </div>
    </div>
  );
}

function Heading({ children }: { children: string }) {
  const palette = usePalette();
  return (
    <h2 role="heading" aria-level={2} className={view(r({ padding: '0 16px 12px' }))}>
      <div
        dir="ltr"
        className={text(r({ fontSize: 20, lineHeight: '24px', fontWeight: 800 }))}
        style={{ WebkitLineClamp: 3, color: palette.text }}
      >
        <span className={run()}>{children}</span>
      </div>
    </h2>
  );
}

function SearchBox({ initial }: { initial: string }) {
  const palette = usePalette();
  const { words } = useUi();
  const [query, setQuery] = useState(initial);
  return (
    <form
      role="search"
      aria-label={words.search}
      className={view(r({ paddingTop: 6 }))}
      onSubmit={(event) => {
        event.preventDefault();
        if (query.trim()) goTo(`/search?q=${encodeURIComponent(query.trim())}&f=live`);
      }}
    >
      <div
        className={view(
          row,
          center,
          round,
          r({ height: 44, border: `1px solid ${palette.border}`, padding: '0 16px', gap: 8, color: palette.secondary }),
        )}
        data-testid="SearchBox_Search_Input_label"
      >
        <Icon name="search" size={18} />
        <div dir="ltr" className={text(grow)} style={{ color: palette.text }}>
          <input
            aria-label={words.searchQuery}
            role="combobox"
            aria-expanded="false"
            dir="auto"
            type="text"
            autoComplete="off"
            placeholder={words.search}
            data-testid="SearchBox_Search_Input"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className={r({
              width: '100%',
              border: 'none',
              outline: 'none',
              background: 'transparent',
              color: 'inherit',
              font: 'inherit',
              fontSize: 14,
            })}
          />
        </div>
      </div>
    </form>
  );
}

/** A person, as X lists people: almost a tweet's header, but no tweet. */
function PersonCell({ handle }: { handle: string }) {
  const palette = usePalette();
  const { words } = useUi();
  const person = personOf(handle);
  return (
    <li
      role="listitem"
      tabIndex={0}
      data-testid="UserCell"
      className={view(row, r({ padding: '12px 16px', alignItems: 'flex-start' }))}
    >
      <div className={view(r({ marginInlineEnd: 8 }))}>
        <Avatar handle={handle} size={40} link="hidden" />
      </div>
      <div className={view(grow)}>
        <div className={view(row, r({ justifyContent: 'space-between', alignItems: 'center', gap: 8 }))}>
          <div className={view(r({ flexShrink: 1 }))}>
            <a href={`/${handle}`} role="link" className={view(r({ flexShrink: 1 }))}>
              <div dir="ltr" className={text(body15, bold, ellipsis)} style={{ color: palette.text }}>
                <DisplayName name={person.name} />
              </div>
            </a>
            <a href={`/${handle}`} role="link" tabIndex={-1} className={view(r({ flexShrink: 1 }))}>
              <div dir="ltr" className={text(body15, ellipsis)} style={{ color: palette.secondary }}>
                <span className={run()}>@{handle}</span>
              </div>
            </a>
          </div>
          <button
            type="button"
            role="button"
            aria-label={`${words.follow} @${handle}`}
            data-testid={`${handle.length}48213-follow`}
            className={view(round, r({ padding: '6px 16px' }))}
            style={{ backgroundColor: palette.button }}
          >
            <div dir="ltr" className={text(bold, r({ fontSize: 14 }))} style={{ color: palette.onButton }}>
              <span className={run()}>{words.follow}</span>
            </div>
          </button>
        </div>
        {person.bio ? (
          <div dir="auto" className={text(body15, r({ marginTop: 4 }))} style={{ color: palette.text }}>
            <span className={run()}>{person.bio}</span>
          </div>
        ) : null}
      </div>
    </li>
  );
}
