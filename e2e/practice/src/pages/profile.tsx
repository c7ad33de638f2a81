import { body15, bold, center, grow, r, row, run, text, view } from '../atoms';
import { useUi } from '../i18n';
import { photo } from '../media';
import { goTo } from '../router';
import { personOf } from '../store';
import { usePalette } from '../theme';
import { Avatar } from '../tweet/avatar';
import { DisplayName } from '../tweet/names';

/** Banner, picture, name and tabs of a profile. */
export function ProfileHead({ handle, withReplies, count }: { handle: string; withReplies: boolean; count: number }) {
  const palette = usePalette();
  const { words } = useUi();
  const person = personOf(handle);
  const tabs = [
    { name: words.posts, href: `/${handle}`, here: !withReplies },
    { name: words.replies, href: `/${handle}/with_replies`, here: withReplies },
  ];
  return (
    <div className={view()}>
      <div
        className={view(r({ height: 200, backgroundSize: 'cover', backgroundPosition: 'center' }))}
        style={{ backgroundImage: `url("${photo(`banner/${handle}`)}")` }}
      />
      <div className={view(r({ padding: '0 16px 12px' }))}>
        <div className={view(r({ marginTop: -68, width: 136 }))}>
          <Avatar handle={handle} size={134} link="plain" label={person.name} />
        </div>
        <div className={view(r({ marginTop: 12 }))} data-testid="UserName">
          <div
            dir="ltr"
            className={text(bold, r({ fontSize: 20, lineHeight: '24px' }))}
            style={{ color: palette.text }}
          >
            <DisplayName name={person.name} />
          </div>
          <div dir="ltr" className={text(body15)} style={{ color: palette.secondary }}>
            <span className={run()}>{`@${handle} · ${count} ${words.posts}`}</span>
          </div>
        </div>
        {person.bio ? (
          <div
            dir="auto"
            className={text(body15, r({ marginTop: 12 }))}
            style={{ color: palette.text }}
            data-testid="UserDescription"
          >
            <span className={run()}>{person.bio}</span>
          </div>
        ) : null}
      </div>
      <div role="tablist" className={view(row, r({ borderBottom: `1px solid ${palette.divider}` }))}>
        {tabs.map((tab) => (
          <div key={tab.href} role="presentation" className={view(grow)}>
            <a
              href={tab.href}
              role="tab"
              aria-selected={tab.here}
              className={view(center, r({ padding: 16 }))}
              onClick={(event) => {
                event.preventDefault();
                goTo(tab.href);
              }}
            >
              <div
                dir="ltr"
                className={text(body15, tab.here ? bold : '')}
                style={{ color: tab.here ? palette.text : palette.secondary }}
              >
                <span className={run()}>{tab.name}</span>
              </div>
            </a>
          </div>
        ))}
      </div>
    </div>
  );
}
