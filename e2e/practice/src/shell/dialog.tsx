import type { ReactNode } from 'react';
import { r, round, view } from '../atoms';
import { useUi } from '../i18n';
import { Icon } from '../icons';
import { goBack } from '../router';
import { usePalette } from '../theme';

/** X's modal: a mask, and a box at the top of the window that scrolls by itself. */
export function Dialog({ children }: { children: ReactNode }) {
  const palette = usePalette();
  const { words } = useUi();
  const dark = palette.background !== 'rgb(255, 255, 255)';
  return (
    <div className={view(r({ position: 'fixed', top: 0, left: 0, right: 0, bottom: 0 }))}>
      <div
        className={view(r({ position: 'absolute', top: 0, left: 0, right: 0, bottom: 0 }))}
        data-testid="mask"
        style={{ backgroundColor: dark ? 'rgba(91, 112, 131, 0.4)' : 'rgba(0, 0, 0, 0.4)' }}
        onClick={goBack}
        onKeyDown={() => undefined}
      />
      <div className={view(r({ alignItems: 'center', pointerEvents: 'none', width: '100%' }))}>
        <div
          role="dialog"
          aria-modal="true"
          aria-labelledby="modal-header"
          className={view(
            r({
              pointerEvents: 'auto',
              marginTop: '5vh',
              width: 600,
              maxWidth: '100%',
              maxHeight: '90vh',
              borderRadius: 16,
              overflowX: 'hidden',
              overflowY: 'auto',
            }),
          )}
          style={{ backgroundColor: palette.background }}
        >
          <div
            className={view(r({ height: 53, padding: '0 8px', alignItems: 'flex-start', justifyContent: 'center' }))}
            id="modal-header"
          >
            <button
              type="button"
              role="button"
              aria-label={words.close}
              data-testid="app-bar-close"
              className={view(round, r({ padding: 8 }))}
              style={{ color: palette.text }}
              onClick={goBack}
            >
              <Icon name="close" size={20} />
            </button>
          </div>
          {children}
        </div>
      </div>
    </div>
  );
}
