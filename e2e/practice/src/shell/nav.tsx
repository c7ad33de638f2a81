import { bold, center, ellipsis, grow, r, round, row, run, small13, text, view } from '../atoms';
import { useUi } from '../i18n';
import { Icon, type IconName } from '../icons';
import { usePlace } from '../router';
import { params, personOf } from '../store';
import { usePalette } from '../theme';
import { Avatar } from '../tweet/avatar';
import { DisplayName } from '../tweet/names';

/** The left column: X's tabs, the post button and who is logged in. */
export function LeftNav() {
  const palette = usePalette();
  const { words } = useUi();
  const { path } = usePlace();
  const tabs: [string, string, string, Exclude<IconName, 'verified' | 'pin'>][] = [
    ['AppTabBar_Home_Link', words.home, '/home', 'home'],
    ['AppTabBar_Explore_Link', words.explore, '/explore', 'search'],
    ['AppTabBar_Notifications_Link', words.notifications, '/notifications', 'bell'],
    ['AppTabBar_DirectMessage_Link', words.messages, '/messages', 'mail'],
    ['', words.lists, '/i/lists/1', 'list'],
    ['AppTabBar_Profile_Link', words.profile, `/${params.as}`, 'person'],
  ];
  const hover = r(
    { backgroundColor: params.theme === 'light' ? 'rgba(15, 20, 25, 0.1)' : 'rgba(231, 233, 234, 0.1)' },
    ':hover',
  );
  const me = personOf(params.as);
  return (
    <header role="banner" className={view(r({ flexGrow: 1, alignItems: 'flex-end', zIndex: 3 }))}>
      <div className={view(r({ width: 275 }))} style={{ transition: 'width 200ms ease-out' }}>
        <div
          className={view(
            r({
              position: 'fixed',
              top: 0,
              height: '100%',
              width: 275,
              padding: '0 8px',
              justifyContent: 'space-between',
              overflowY: 'auto',
            }),
          )}
        >
          <div className={view()}>
            <div className={view()}>
              <h1 role="heading" className={view(r({ alignItems: 'flex-start' }))}>
                <a
                  href="/home"
                  aria-label="X"
                  role="link"
                  className={view(round, hover, r({ padding: 12, color: palette.text }))}
                >
                  <svg viewBox="0 0 24 24" aria-hidden="true" className={r({ width: 28, height: 28 })}>
                    <path d="M4 4l16 16M20 4 4 20" stroke="currentcolor" strokeWidth="3" fill="none" />
                  </svg>
                </a>
              </h1>
            </div>
            <nav aria-label="Primary" role="navigation" className={view(r({ alignItems: 'flex-start' }))}>
              {tabs.map(([testId, label, href, icon]) => {
                const here = path === href;
                return (
                  <a
                    key={href}
                    href={href}
                    aria-label={label}
                    role="link"
                    data-testid={testId || undefined}
                    className={view(r({ padding: '4px 0', width: '100%', alignItems: 'flex-start' }))}
                  >
                    <div className={view(row, center, round, hover, r({ padding: 12, color: palette.text }))}>
                      <Icon name={icon} size={26} filled={here && icon !== 'search' && icon !== 'list'} />
                      <div
                        dir="ltr"
                        className={text(
                          here ? bold : '',
                          r({ fontSize: 20, lineHeight: '24px', margin: '0 16px 0 20px' }),
                        )}
                        style={{ color: palette.text }}
                      >
                        <span className={run()}>{label}</span>
                      </div>
                    </div>
                  </a>
                );
              })}
            </nav>
            <div className={view(r({ margin: '16px 0', width: '90%' }))}>
              <a
                href="/compose/post"
                aria-label={words.post}
                role="link"
                data-testid="SideNav_NewTweet_Button"
                className={view(round, center, r({ minHeight: 52, justifyContent: 'center' }))}
                style={{ borderColor: 'rgba(0, 0, 0, 0)', backgroundColor: palette.button }}
              >
                <div dir="ltr" className={text(bold, r({ fontSize: 17 }))} style={{ color: palette.onButton }}>
                  <span className={run()}>{words.post}</span>
                </div>
              </a>
            </div>
          </div>
          <div className={view(r({ margin: '12px 0' }))}>
            <div className={view()}>
              <button
                type="button"
                role="button"
                aria-label={words.accountMenu}
                data-testid="SideNav_AccountSwitcher_Button"
                className={view(row, center, round, hover, r({ padding: 12, width: '100%' }))}
                onClick={(event) =>
                  window.dispatchEvent(
                    new CustomEvent('practice:menu', {
                      detail: { kind: 'account', at: event.currentTarget.getBoundingClientRect() },
                    }),
                  )
                }
              >
                <div className={view()}>
                  <Avatar handle={params.as} size={40} link="none" label={me.name} />
                </div>
                <div className={view(grow, r({ margin: '0 12px' }))}>
                  <div dir="ltr" className={text(bold, ellipsis, r({ fontSize: 15 }))} style={{ color: palette.text }}>
                    <DisplayName name={me.name} />
                  </div>
                  <div className={view()} tabIndex={-1}>
                    <div dir="ltr" className={text(ellipsis, r({ fontSize: 15 }))} style={{ color: palette.secondary }}>
                      <span className={run()}>@{params.as}</span>
                    </div>
                  </div>
                </div>
                <div className={view(small13)} style={{ color: palette.text }}>
                  <Icon name="more" />
                </div>
              </button>
            </div>
          </div>
        </div>
      </div>
    </header>
  );
}
