import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Answered, PageMessages, PageReplies, TabMessages, TabReplies } from './protocol';

type Protocol = {
  [Name in keyof PageMessages]: (data: PageMessages[Name]) => Answered<PageReplies[Name]>;
} & {
  [Name in keyof TabMessages]: (data: TabMessages[Name]) => TabReplies[Name];
};

/** Typed messages over the browser's own channel; the protocol is in `protocol.ts`. */
export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
