import { browser } from 'wxt/browser';
import type { z } from 'zod';
import { noteFacts } from '../../lib/browser/errors';
import { db } from '../../lib/desk/local';
import { forgetPointers } from '../../lib/keeping/session';
import { type MessageSender, onMessage } from '../../lib/messaging';
import { type Answered, type PanelMessages, type PanelReplies, panelMessages } from '../../lib/protocol';
import { readLinkOnly } from '../../lib/settings/keeping';
import { backupsChanged } from './backing-up';
import { afterUndo, notOurs, openCase, oursAfterAll } from './deeds';
import { tidyKept } from './keeping';
import { funnel, queue } from './queue';
import { radar } from './radar';
import { receive } from './receiving';
import { remind } from './reminding';
import { takePrivate, wordOfCase } from './replying';
import { fail, save } from './saving';
import { suggestionsFor } from './suggesting';

/** Handles one message of the panel. A page of X that speaks in its name is refused. */
function answer<Name extends keyof PanelMessages>(
  name: Name,
  handle: (data: PanelMessages[Name]) => Promise<PanelReplies[Name]>,
): void {
  const schema = panelMessages[name] as unknown as z.ZodType<PanelMessages[Name]>;
  const listener = async (message: { data: unknown; sender: MessageSender }): Promise<Answered<PanelReplies[Name]>> => {
    if (!message.sender.url?.startsWith(browser.runtime.getURL('/'))) {
      console.warn(`Refused a message that does not come from the panel: ${name}`);
      return { ok: false, reason: 'Only the panel can do that.' };
    }
    return receive(name, schema, message.data, 'Hark did not understand its own panel. Reload the panel.', handle);
  };
  onMessage(name, listener as unknown as Parameters<typeof onMessage<Name>>[1]);
}

/** Answers everything that the panel asks. */
export function answerPanel(): void {
  answer('settleQueued', async ({ tweetId, how }) => {
    if (how === 'notOurs') await notOurs(tweetId);
    else await queue.leave([tweetId], how);
    if (how === 'elsewhere') await funnel.once('answered', [tweetId]);
    return null;
  });

  answer('bringBackQueued', async ({ tweetId, how }) => {
    if (how === 'notOurs') await oursAfterAll(tweetId);
    else await queue.bringBack(tweetId, how);
    if (how === 'elsewhere') await funnel.notOnce('answered', tweetId);
    return null;
  });

  answer('snoozeQueued', async ({ tweetId, until }) => {
    await queue.snooze(tweetId, until);
    return null;
  });

  answer('openQueued', async ({ requestId, tweetId }) => {
    const row = await queue.find(tweetId);
    if (!row) return null;
    const opened = await openCase({ requestId, tweet: row.tweet, thread: [], account: null });
    return {
      kind: opened.kind,
      caseNumber: opened.case.number,
      caseId: opened.case.id,
      handle: opened.customer.handle,
    };
  });

  answer('caseUndone', async () => {
    afterUndo();
    return null;
  });

  answer('followUpsChanged', async () => {
    await remind();
    return null;
  });

  answer('keepingChanged', async () => {
    // A purge may take long: nobody waits for it.
    tidyKept();
    return null;
  });

  answer('tidyQueue', async () => {
    await queue.tidy();
    return null;
  });

  answer('settleAlarm', async ({ alarmId, how, incidentId }) => {
    await radar.settle(alarmId, how, incidentId);
    return null;
  });

  answer('backupMade', async (made) => {
    await save(made);
    return null;
  });

  answer('backupFailed', async ({ reason, error }) => {
    if (error) noteFacts({ place: 'backup-maker', ...error });
    await fail(reason);
    return null;
  });

  answer('backupsChanged', async () => {
    await backupsChanged();
    return null;
  });

  answer('forgetPerson', async ({ handles, tweetIds }) => {
    const [them, theirs] = [new Set(handles.map((handle) => handle.toLowerCase())), new Set(tweetIds)];
    await queue.forget(them, theirs);
    await radar.forget(them, theirs);
    await forgetPointers(them);
    // Their reminders are gone with them.
    await remind();
    return null;
  });

  answer('wordOfCase', ({ caseId }) => wordOfCase(caseId));

  answer('goPrivate', (wish) => takePrivate({ ...wish, thread: [], account: null, userId: null }));

  answer('suggest', async ({ tweet, thread, unlike }) => {
    // Where texts are not kept, the list may still remember this one for a while.
    const text = tweet.text || ((await queue.find(tweet.id))?.tweet.text ?? '');
    // Without its words nobody can say what fits: under the tweet on X there are suggestions.
    if (text === '' && (await readLinkOnly(db))) return [];
    return suggestionsFor({ ...tweet, text }, thread, null, unlike);
  });
}
