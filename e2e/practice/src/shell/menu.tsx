import { useEffect, useState } from 'react';
import { body15, bold, center, r, row, run, text, view } from '../atoms';
import { openQuote } from '../composer/open';
import { useUi } from '../i18n';
import { goTo } from '../router';
import { ACCOUNTS, addCounts, getStatus, params, personOf, removeTweet, switchAccount } from '../store';
import { usePalette } from '../theme';
import { Avatar } from '../tweet/avatar';
import { DisplayName } from '../tweet/names';

export interface MenuRequest {
  kind: 'caret' | 'repost' | 'account';
  id?: string;
  at: DOMRect;
}

interface Item {
  label: string;
  testId?: string;
  handle?: string;
  act: () => void;
}

/** X's menus: in the layers above the page, placed beside what opened them. */
export function Menu() {
  const palette = usePalette();
  const { words } = useUi();
  const [request, setRequest] = useState<MenuRequest>();
  const close = () => setRequest(undefined);

  useEffect(() => {
    const open = (event: Event) => setRequest((event as CustomEvent<MenuRequest>).detail);
    window.addEventListener('practice:menu', open);
    return () => window.removeEventListener('practice:menu', open);
  }, []);
  useEffect(() => {
    if (!request) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setRequest(undefined);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [request]);

  if (!request) return null;
  const id = request.id ?? '';
  const status = getStatus(id);
  const items: Item[] =
    request.kind === 'repost'
      ? [
          { label: words.repost, testId: 'retweetConfirm', act: () => addCounts(id, { retweet: 1 }) },
          { label: words.quote, act: () => openQuote(id) },
        ]
      : request.kind === 'account'
        ? [
            ...ACCOUNTS.map((handle) => ({
              label: personOf(handle).name,
              testId: 'UserCell',
              handle,
              act: () => switchAccount(handle),
            })),
            { label: words.addAccount, act: () => undefined },
            {
              label: `${words.logOut} @${params.as}`,
              testId: 'AccountSwitcher_Logout_Button',
              act: () => goTo('/logout'),
            },
          ]
        : [
            ...(status?.by === params.as ? [{ label: words.deletePost, act: () => removeTweet(status.key) }] : []),
            { label: `${words.follow} @${status?.by ?? ''}`, act: () => undefined },
            { label: words.viewQuotes, act: () => status && goTo(`/${status.by}/status/${id}/quotes`) },
          ];
  const width = request.kind === 'account' ? 300 : 220;
  const left = Math.max(8, Math.min(request.at.left, window.innerWidth - width - 8));
  const upwards = request.at.top > window.innerHeight - 260;
  return (
    <div className={view(r({ position: 'fixed', top: 0, left: 0, right: 0, bottom: 0 }))}>
      <div
        className={view(r({ position: 'absolute', top: 0, left: 0, right: 0, bottom: 0 }))}
        onClick={close}
        onKeyDown={() => undefined}
      />
      <div
        role="menu"
        className={view(
          r({
            position: 'absolute',
            borderRadius: 12,
            overflow: 'hidden',
            width,
            boxShadow: '0 0 15px rgba(101, 119, 134, 0.2), 0 0 3px 1px rgba(101, 119, 134, 0.15)',
          }),
        )}
        style={{
          left,
          backgroundColor: palette.background,
          ...(upwards ? { bottom: window.innerHeight - request.at.top + 4 } : { top: request.at.bottom + 4 }),
        }}
      >
        <div className={view()}>
          <div className={view()} data-testid="Dropdown">
            {items.map((item) => (
              <div
                key={item.label}
                role="menuitem"
                tabIndex={0}
                data-testid={item.testId}
                className={view(
                  row,
                  center,
                  r({ padding: '12px 16px', cursor: 'pointer', gap: 12 }),
                  r({ backgroundColor: palette.hover }, ':hover'),
                )}
                onClick={() => {
                  close();
                  item.act();
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  close();
                  item.act();
                }}
              >
                {item.handle ? <Avatar handle={item.handle} size={40} link="none" /> : null}
                <div className={view(r({ flexShrink: 1 }))}>
                  <div dir="ltr" className={text(body15, bold)} style={{ color: palette.text }}>
                    {item.handle ? <DisplayName name={item.label} /> : <span className={run()}>{item.label}</span>}
                  </div>
                  {item.handle ? (
                    <div dir="ltr" className={text(body15)} style={{ color: palette.secondary }}>
                      <span className={run()}>@{item.handle}</span>
                    </div>
                  ) : null}
                </div>
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
