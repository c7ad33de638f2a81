import { useEffect } from 'react';
import { r, view } from '../atoms';
import { isDialog } from '../pages/routes';
import { goBack, type Place } from '../router';
import { ComposeDialog } from './compose-dialog';
import { Menu } from './menu';
import { PhotoDialog } from './photo-dialog';
import { Toast } from './toast';

/** Everything above the page. Its z-index is 1, as on X: an overlay that takes more covers X's own menus. */
export function Layers({ place, version }: { place: Place; version: number }) {
  const open = isDialog(place);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      // X closes on Escape wherever it was typed, its own menus first.
      if (event.key !== 'Escape' || document.querySelector('#layers [role="menu"]')) return;
      goBack();
    };
    document.addEventListener('keydown', onKey);
    document.documentElement.style.overflow = 'hidden';
    return () => {
      document.removeEventListener('keydown', onKey);
      document.documentElement.style.overflow = '';
    };
  }, [open]);
  const photo = place.path.match(/^\/[^/]+\/status\/(\d+)\/photo\/(\d+)/);
  return (
    <div id="layers" className={view(r({ position: 'fixed', left: 0, right: 0, top: 0 }))} style={{ zIndex: 1 }}>
      {photo?.[1] ? (
        <PhotoDialog key={place.path} id={photo[1]} index={Number(photo[2]) - 1} version={version} />
      ) : open ? (
        <ComposeDialog key={place.key} place={place} />
      ) : null}
      <Menu />
      <Toast />
    </div>
  );
}
