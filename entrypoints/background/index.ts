import { defineBackground } from 'wxt/utils/define-background';
import { watchHealth } from './health';
import { answerPages } from './pages';
import { offerPanel } from './panel';
import { welcome } from './welcome';

/** The worker. It may be stopped at any moment, so it keeps nothing in memory; listeners are set at once. */
export default defineBackground(() => {
  answerPages();
  offerPanel();
  watchHealth();
  welcome();
});
