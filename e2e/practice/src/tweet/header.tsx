import { body15, bold, center, ellipsis, grow, r, row, run, shrink, small13, text, view } from '../atoms';
import { useUi } from '../i18n';
import { Icon } from '../icons';
import type { Status } from '../statuses';
import { personOf } from '../store';
import { usePalette } from '../theme';
import { DisplayName, UserName } from './names';

/** The line above a tweet: who reposted it (a link) or that it is pinned (not a link). */
export function Context({
  status,
  pinned,
  lineAbove,
  eid,
}: {
  status: Status;
  pinned: boolean;
  lineAbove: JSX.Element | null;
  eid: (part: string) => string;
}) {
  const palette = usePalette();
  const { words } = useUi();
  const column = view(r({ flexBasis: 40, width: 40, marginInlineEnd: 8, alignItems: 'flex-end' }));
  const look = text(small13, bold, ellipsis);
  if (!pinned && !status.repostBy) {
    return (
      <div className={view()}>
        <div className={view(row, r({ height: 12 }))}>
          <div className={view(r({ flexBasis: 40, width: 40 }))}>{lineAbove}</div>
        </div>
      </div>
    );
  }
  return (
    <div className={view()}>
      <div className={view(r({ paddingTop: 12 }))}>
        <div className={view()}>
          <div className={view(row, r({ marginBottom: 4 }))}>
            <div className={column} style={{ color: palette.secondary }}>
              <Icon name={pinned ? 'pin' : 'repost'} size={16} />
            </div>
            <div className={view(grow)}>
              <div className={view(shrink)}>
                <div className={view(row)}>
                  <div className={view(shrink)}>
                    {pinned || !status.repostBy ? (
                      <div dir="ltr" className={look} data-testid="socialContext" style={{ color: palette.secondary }}>
                        <span className={run()}>{words.pinned}</span>
                      </div>
                    ) : (
                      <a
                        href={`/${status.repostBy}`}
                        dir="ltr"
                        role="link"
                        id={eid('social')}
                        className={look}
                        style={{ color: palette.secondary }}
                      >
                        <span
                          className={run()}
                          data-testid="socialContext"
                          id={eid('social')}
                          style={{ WebkitLineClamp: 2 }}
                        >
                          <span dir="ltr" className={run()}>
                            <DisplayName name={personOf(status.repostBy).name} />
                          </span>{' '}
                          {words.reposted}
                        </span>
                      </a>
                    )}
                  </div>
                </div>
              </div>
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

/** Author and time on one side, menus on the other. */
export function Header({
  status,
  time,
  stacked,
  eid,
}: {
  status: Status;
  time?: { at: number; href: string };
  stacked: boolean;
  eid: (part: string) => string;
}) {
  const palette = usePalette();
  const { words } = useUi();
  const halo = view(row, r({ alignItems: 'flex-start' }));
  const glyph = text(r({ display: 'flex' }));
  return (
    <div className={view(row, r({ justifyContent: 'space-between', alignItems: 'flex-start' }))}>
      <div className={view(row, shrink)}>
        <div className={view(shrink, r({ maxWidth: '100%' }))}>
          <UserName handle={status.by} id={eid('name')} time={time} stacked={stacked} />
        </div>
      </div>
      <div className={view(r({ marginInlineStart: 8 }))}>
        <div className={view(row, center, r({ justifyContent: 'space-between', gap: 8 }))}>
          {status.ad ? (
            <div dir="ltr" className={text(body15)} style={{ color: palette.secondary }}>
              <span className={run()}>{words.ad}</span>
            </div>
          ) : (
            <div className={halo}>
              <button type="button" role="button" aria-label={words.actions} className={view()}>
                <div dir="ltr" className={glyph} style={{ color: palette.secondary }}>
                  <div className={view()}>
                    <div className={view(r({ position: 'absolute' }))} />
                    <Icon name="sparkle" />
                  </div>
                </div>
              </button>
            </div>
          )}
          <div className={view(row, center)}>
            <div className={view()}>
              <div className={halo}>
                <button
                  type="button"
                  role="button"
                  aria-expanded="false"
                  aria-haspopup="menu"
                  aria-label={words.more}
                  className={view()}
                  data-testid="caret"
                  onClick={(event) =>
                    window.dispatchEvent(
                      new CustomEvent('practice:menu', {
                        detail: { kind: 'caret', id: status.id, at: event.currentTarget.getBoundingClientRect() },
                      }),
                    )
                  }
                >
                  <div dir="ltr" className={glyph} style={{ color: palette.secondary }}>
                    <div className={view()}>
                      <div className={view(r({ position: 'absolute' }))} />
                      <Icon name="more" />
                    </div>
                  </div>
                </button>
              </div>
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}
