import { uiFor } from './i18n';
import { avatar } from './media';
import { goTo } from './router';
import { allIds, getStatus, params, personOf, setLoggedOut } from './store';
import { PALETTES } from './theme';

/**
 * What is served to somebody who is not logged in: another app, drawn by the server, with none of the test ids. It
 * shows one tweet per status page, and a handful everywhere else.
 */
export function LoggedOut() {
  const palette = PALETTES[params.theme];
  const ui = uiFor(params.ui);
  const one = location.pathname.match(/\/status\/(\d+)/)?.[1];
  const shown = one
    ? [one]
    : allIds()
        .filter((id) => !getStatus(id)?.ad)
        .slice(0, 12);
  return (
    <div style={{ width: '100%', color: palette.text, fontSize: 15, lineHeight: '20px' }}>
      <header style={{ padding: 16, borderBottom: `1px solid ${palette.divider}` }}>
        <div>
          <a href="https://x.com/" aria-label="X" style={{ color: palette.text, fontSize: 24, textDecoration: 'none' }}>
            ✕
          </a>
        </div>
      </header>
      <main style={{ maxWidth: 600, margin: '0 auto' }}>
        <div style={{ display: 'flex', justifyContent: 'space-between', padding: 16 }}>
          <button aria-label="Back" type="button">
            ←
          </button>
          <h2 style={{ margin: 0, fontSize: 20 }}>{ui.words.post}</h2>
          <div>
            <a
              href="https://x.com/i/jf/onboarding/web?mode=login"
              style={{ color: palette.accent }}
              onClick={(event) => {
                event.preventDefault();
                event.stopPropagation();
                setLoggedOut(false);
                goTo('/home', { replace: true });
              }}
            >
              Log in
            </a>
          </div>
        </div>
        {shown.map((id) => (
          <Tweet key={id} id={id} />
        ))}
      </main>
    </div>
  );
}

function Tweet({ id }: { id: string }) {
  const status = getStatus(id);
  const palette = PALETTES[params.theme];
  const ui = uiFor(params.ui);
  if (!status) return null;
  const home = `https://x.com/${status.by}`;
  const plain = { color: 'inherit', textDecoration: 'none' };
  return (
    <div>
      <div>
        <article data-tweet-id={id} style={{ padding: 16, borderBottom: `1px solid ${palette.divider}` }}>
          <div style={{ display: 'flex', gap: 8 }}>
            <a href={home}>
              <img alt="user avatar" src={avatar(status.by)} width={40} height={40} style={{ borderRadius: 20 }} />
            </a>
            <div>
              <a href={home} style={{ ...plain, fontWeight: 700 }}>
                {personOf(status.by).name}
              </a>
              <div>
                <a href={home} style={{ color: palette.secondary, textDecoration: 'none' }}>
                  @{status.by}
                </a>
              </div>
            </div>
          </div>
          <div dir="auto" style={{ whiteSpace: 'pre-wrap', margin: '12px 0' }}>
            <span>{status.text}</span>
          </div>
          <span>
            <a href={`${home}/status/${id}`} style={{ color: palette.secondary, textDecoration: 'none' }}>
              {ui.fullTime(status.time)}
            </a>
          </span>
          <div style={{ display: 'flex', gap: 32, marginTop: 12 }}>
            {[ui.words.reply, ui.words.repost, ui.words.like].map((label) => (
              <span key={label}>
                <button aria-label={label} type="button">
                  {label.slice(0, 1)}
                </button>
              </span>
            ))}
          </div>
        </article>
      </div>
    </div>
  );
}
