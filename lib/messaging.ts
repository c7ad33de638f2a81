import { browser } from 'wxt/browser';
import type {
  Answered,
  PageMessages,
  PageReplies,
  PanelMessages,
  PanelReplies,
  TabMessages,
  TabReplies,
} from './protocol';

/*
 * Typed messages over the browser's own channel; the protocol is in `protocol.ts`. As small as it can be, since every
 * page on X carries it.
 */

type Protocol = {
  [Name in keyof PageMessages]: { data: PageMessages[Name]; reply: Answered<PageReplies[Name]> };
} & {
  [Name in keyof PanelMessages]: { data: PanelMessages[Name]; reply: Answered<PanelReplies[Name]> };
} & {
  [Name in keyof TabMessages]: { data: TabMessages[Name]; reply: TabReplies[Name] };
};

/** Who sent a message: the tab it came from, or none if it came from the extension itself. */
export interface MessageSender {
  tab?: { id?: number; windowId?: number };
  /** Address of the page; the browser vouches for it. */
  url?: string;
  frameId?: number;
}

type Listener<Name extends keyof Protocol> = (message: {
  data: Protocol[Name]['data'];
  sender: MessageSender;
}) => Protocol[Name]['reply'] | Promise<Protocol[Name]['reply']>;

/** What goes through the channel. A failure travels as its words: error objects do not arrive in every browser. */
interface Envelope {
  hark: string;
  data: unknown;
}
type Returned = { reply: unknown } | { failure: string };

const listeners = new Map<string, (message: { data: unknown; sender: MessageSender }) => unknown>();

/**
 * Sends a message to the worker and the extension's pages, or to the content script of a tab; gives the first reply.
 *
 * @throws {Error} if nobody listens, the listener went away, or it failed
 */
export async function sendMessage<Name extends keyof Protocol>(
  name: Name,
  data: Protocol[Name]['data'],
  tabId?: number,
): Promise<Protocol[Name]['reply']> {
  const envelope: Envelope = { hark: name, data };
  const returned: Returned | undefined =
    tabId === undefined ? await browser.runtime.sendMessage(envelope) : await browser.tabs.sendMessage(tabId, envelope);
  if (!returned) throw new Error('Nobody answered.');
  if ('failure' in returned) throw new Error(returned.failure);
  return returned.reply as Protocol[Name]['reply'];
}

/** Listens to messages of one name; it is called in the turn in which they arrive. One listener for each name. */
export function onMessage<Name extends keyof Protocol>(name: Name, listener: Listener<Name>): void {
  if (listeners.size === 0) browser.runtime.onMessage.addListener(receive);
  listeners.set(name, listener as unknown as (message: { data: unknown; sender: MessageSender }) => unknown);
}

/** A callback instead of a returned promise: Chromes before 148 take no promise from a listener. */
function receive(message: unknown, sender: MessageSender, answer: (returned: Returned) => void): boolean {
  const { hark, data } = (message ?? {}) as Partial<Envelope>;
  const listener = typeof hark === 'string' ? listeners.get(hark) : undefined;
  if (!listener) return false;
  const fail = (error: unknown): void => answer({ failure: error instanceof Error ? error.message : String(error) });
  try {
    Promise.resolve(listener({ data, sender })).then((reply) => answer({ reply }), fail);
  } catch (error) {
    fail(error);
  }
  // The channel stays open for the answer.
  return true;
}
