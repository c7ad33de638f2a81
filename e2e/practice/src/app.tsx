import { useEffect, useLayoutEffect, useMemo } from 'react';
import { r, row, view } from './atoms';
import { UiProvider, uiFor } from './i18n';
import { LoggedOut } from './logged-out';
import { Page } from './pages/page';
import { underlying } from './pages/routes';
import { usePlace } from './router';
import { Layers } from './shell/layers';
import { LeftNav } from './shell/nav';
import { Sidebar } from './shell/sidebar';
import { params, setLoggedOut, useStore } from './store';
import { PALETTES, PaletteProvider } from './theme';

/** The whole logged-in app: navigation, one page, sidebar, and the layers above them. */
export function App() {
  const version = useStore();
  const place = usePlace();
  const ui = uiFor(params.ui);
  const palette = PALETTES[params.theme];
  const page = useMemo(() => underlying(place), [place]);

  useLayoutEffect(() => {
    document.documentElement.lang = ui.language;
    document.documentElement.dir = ui.rtl ? 'rtl' : 'ltr';
    document.documentElement.style.setProperty('--flip', ui.rtl ? '-1' : '1');
    document.documentElement.style.colorScheme = params.theme === 'light' ? 'light' : 'dark';
    document.body.style.backgroundColor = palette.background;
  }, [ui, palette]);

  useEffect(() => {
    if (page.key !== place.key) return;
    // The list needs a frame or two to know its heights before an old position exists again.
    let left = 6;
    const settle = () => {
      window.scrollTo(0, place.restore);
      if (--left > 0 && Math.abs(window.scrollY - place.restore) > 2) requestAnimationFrame(settle);
    };
    settle();
  }, [place, page.key]);

  useEffect(() => {
    if (place.path === '/logout') setLoggedOut(true);
  }, [place]);

  if (params.loggedOut || place.path === '/logout') return <LoggedOut />;
  return (
    <UiProvider value={ui}>
      <PaletteProvider value={palette}>
        <div className={view(r({ width: '100%', minHeight: '100vh' }))} style={{ color: palette.text }}>
          <Layers place={place} version={version} />
          <div
            dir={ui.rtl ? 'rtl' : 'ltr'}
            aria-hidden="false"
            className={view(row, r({ minHeight: '100vh', width: '100%' }))}
          >
            <LeftNav />
            <main role="main" className={view(r({ flexGrow: 1, flexShrink: 1, alignItems: 'flex-start' }))}>
              <div className={view(r({ width: 990, maxWidth: '100%' }))}>
                <div className={view(row, r({ justifyContent: 'space-between' }))}>
                  <Page key={page.path} place={page} version={version} />
                  {page.path.startsWith('/messages') ? null : <Sidebar place={page} />}
                </div>
              </div>
            </main>
          </div>
        </div>
      </PaletteProvider>
    </UiProvider>
  );
}
