import { defineContentScript } from 'wxt/utils/define-content-script';
import { keepInsideHark, onEachTouched } from '../../lib/overlay/host';
import { nearbyComesFrom } from '../../lib/overlay/nearby';
import { onRefused, watchMouse } from '../../lib/overlay/press';
import { showToast } from '../../lib/overlay/toast';
import { X_MATCHES } from '../../lib/x/matches';
import { standAtTheDoor } from './doorman';
import { fetchMore } from './more';
import { offer } from './offer';
import { startTimeline } from './timeline';

export default defineContentScript({
  matches: X_MATCHES,
  // Before X's scripts: only the first listeners on the window come before all of theirs.
  runAt: 'document_start',
  // The page would learn the extension's id from it.
  noScriptStartedPostMessage: true,
  // WXT's context is left alone: the page can forge the event that invalidates it.
  main() {
    keepInsideHark();
    watchMouse();
    onRefused(() =>
      showToast({
        text: 'The page moved or covered this button as you pressed it. Nothing was done; press it again.',
        trouble: true,
      }),
    );
    offer();
    nearbyComesFrom(fetchMore);
    // So that it is there when the click comes.
    onEachTouched(() => void fetchMore().catch(() => {}));
    standAtTheDoor();
    startTimeline();
  },
});
