import type { ReactNode } from 'react';
import { bold, center, clip, ellipsis, grow, r, round, row, run, text, view } from '../atoms';
import { useUi } from '../i18n';
import { Icon } from '../icons';
import { goBack, goTo, usePlace } from '../router';
import { usePalette } from '../theme';

interface ColumnProps {
  title: ReactNode;
  label: string;
  back?: boolean;
  tabs?: { name: string; href: string }[];
  children: ReactNode;
}

/** The middle column: a sticky, translucent head with a title or tabs, and the page below it. */
export function Column({ title, label, back = false, tabs, children }: ColumnProps) {
  const palette = usePalette();
  const { words } = useUi();
  const place = usePlace();
  const translucent = palette.background.replace('rgb(', 'rgba(').replace(')', ', 0.85)');
  return (
    <div
      className={view(
        r({
          width: 600,
          maxWidth: '100%',
          minHeight: '100vh',
          borderLeft: `1px solid ${palette.divider}`,
          borderRight: `1px solid ${palette.divider}`,
        }),
      )}
      data-testid="primaryColumn"
    >
      <div aria-label={label} tabIndex={0} className={view(r({ outline: 'none' }))}>
        <div
          className={view(
            r({ position: 'sticky', top: 0, zIndex: 3, backgroundColor: translucent, backdropFilter: 'blur(12px)' }),
          )}
        >
          {title ? (
            <div className={view(row, center, r({ height: 53, padding: '0 16px', gap: 28 }))}>
              {back ? (
                <button
                  type="button"
                  role="button"
                  aria-label={words.back}
                  data-testid="app-bar-back"
                  className={view(round, r({ padding: 8, marginInlineStart: -8 }))}
                  style={{ color: palette.text }}
                  onClick={goBack}
                >
                  <div className={view(r({ transform: 'scaleX(var(--flip, 1))' }))}>
                    <Icon name="back" size={20} />
                  </div>
                </button>
              ) : null}
              <div className={view(grow)}>
                {typeof title === 'string' ? (
                  <h2
                    dir="ltr"
                    aria-level={2}
                    role="heading"
                    className={text(bold, ellipsis, r({ fontSize: 20, lineHeight: '24px' }))}
                    style={{ color: palette.text }}
                  >
                    <span className={run()}>{title}</span>
                  </h2>
                ) : (
                  title
                )}
              </div>
            </div>
          ) : null}
          {tabs ? (
            <div role="tablist" className={view(row, r({ borderBottom: `1px solid ${palette.divider}` }))}>
              {tabs.map((tab) => {
                const here =
                  place.path + (location.search.includes('f=live') ? '?f=live' : '') ===
                  tab.href.replace(/\?.*(f=live).*/, '?f=live').replace(/\?q=.*/, '');
                return (
                  <div key={tab.href} role="presentation" className={view(grow)}>
                    <a
                      href={tab.href}
                      role="tab"
                      aria-selected={here}
                      className={view(
                        center,
                        r({ height: 53, justifyContent: 'center' }),
                        r({ backgroundColor: palette.hover }, ':hover'),
                      )}
                      onClick={(event) => {
                        event.preventDefault();
                        event.stopPropagation();
                        goTo(tab.href);
                      }}
                    >
                      <div
                        dir="ltr"
                        className={text(here ? bold : '', r({ fontSize: 15, lineHeight: '49px' }))}
                        style={{ color: here ? palette.text : palette.secondary }}
                      >
                        <span className={run()}>{tab.name}</span>
                      </div>
                      <div
                        className={view(round, clip, r({ height: 4, width: 56 }))}
                        style={{ backgroundColor: here ? palette.accent : 'transparent' }}
                      />
                    </a>
                  </div>
                );
              })}
            </div>
          ) : null}
        </div>
        {children}
      </div>
    </div>
  );
}
