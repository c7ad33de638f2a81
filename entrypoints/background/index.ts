import { defineBackground } from 'wxt/utils/define-background';
import { hearErrors } from '../../lib/browser/errors';
import { backupsChanged, watchBackups } from './backing-up';
import { watchHealth } from './health';
import { tidyKept, watchKeeping } from './keeping';
import { answerPages } from './pages';
import { offerPanel } from './panel';
import { answerPanel } from './panel-messages';
import { watchPolicy } from './policy';
import { alongside, queue } from './queue';
import { watchFollowUps } from './reminding';
import { welcome } from './welcome';

/** The worker. It may be stopped at any moment, so what it keeps in memory is copies; listeners are set at once. */
export default defineBackground(() => {
  hearErrors('worker');
  answerPages();
  answerPanel();
  offerPanel();
  watchHealth();
  welcome();
  watchFollowUps();
  const policyKnown = watchPolicy(() => {
    tidyKept();
    void backupsChanged();
  });
  watchBackups();
  watchKeeping(policyKnown);
  // Whatever has started the worker: what is too old is forgotten now.
  alongside('The list', queue.tidy());
});
