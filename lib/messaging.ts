import { defineExtensionMessaging } from '@webext-core/messaging';
import type { PageMessages, PageReplies, TabMessages } from './protocol';

type Protocol = {
  [Name in keyof PageMessages]: (data: PageMessages[Name]) => PageReplies[Name];
} & {
  [Name in keyof TabMessages]: (data: TabMessages[Name]) => void;
};

/** Typed messages over the browser's own channel; the protocol is in `protocol.ts`. */
export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
