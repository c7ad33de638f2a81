import { useSyncExternalStore } from 'react';
import type { PracticePerson, PracticeTweet } from '../data/types';
import { content } from './content';
import type { UiLanguage } from './i18n';
import { statusId } from './ids';
import { keepParam, type Params, readParams } from './params';
import { type Counts, invented, type Status, toStatus, toStatuses } from './statuses';
import type { ThemeName } from './theme';

/** Everything the page knows. Small on purpose: maps, a version to redraw by, and a listener set per tweet. */

export const ACCOUNTS = ['LanternJune', 'june_draws'];

export interface Posted {
  id: string;
  text: string;
  by: string;
  replyTo?: string;
  quote?: string;
  media: number;
}

export const params: Params = readParams();
const loaded = content(params.more, params.seed);
const people = new Map<string, PracticePerson>(loaded.people.map((person) => [person.handle.toLowerCase(), person]));
const ids = new Map<string, string>();
const statuses = new Map<string, Status>();
/** Ids, newest first; tweets that were added later go to the front. */
let order: string[] = [];
const children = new Map<string, string[]>();

let version = 0;
const listeners = new Set<() => void>();
const statusListeners = new Map<string, Set<() => void>>();

for (const status of toStatuses(loaded.tweets, params.now)) insert(status);
for (const [id, status] of statuses) status.counts.reply = children.get(id)?.length ?? 0;
order = [...statuses.values()].sort((a, b) => b.time - a.time).map((status) => status.id);

function insert(status: Status): void {
  statuses.set(status.id, status);
  ids.set(status.key, status.id);
  if (status.replyTo) children.set(status.replyTo, [...(children.get(status.replyTo) ?? []), status.id]);
}

/** Redraw whatever depends on lists, settings or accounts. */
export function changed(): void {
  version++;
  for (const listener of listeners) listener();
}

/** Redraw with every change of the store. */
export function useStore(): number {
  return useSyncExternalStore(
    subscribe,
    () => version,
    () => version,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** One tweet, redrawn when its counts or text change. */
export function useStatus(id: string): Status | undefined {
  return useSyncExternalStore(
    (listener) => {
      const set = statusListeners.get(id) ?? new Set();
      statusListeners.set(id, set.add(listener));
      return () => set.delete(listener);
    },
    () => statuses.get(id),
    () => statuses.get(id),
  );
}

/** Replace parts of a tweet. */
export function patch(id: string, part: Partial<Status>): void {
  const status = statuses.get(id);
  if (!status) return;
  statuses.set(id, { ...status, ...part });
  for (const listener of statusListeners.get(id) ?? []) listener();
}

export function addCounts(id: string, part: Partial<Counts>): void {
  const status = statuses.get(id);
  if (!status) return;
  const counts = { ...status.counts };
  for (const name of Object.keys(part) as (keyof Counts)[]) counts[name] += part[name] ?? 0;
  patch(id, { counts });
}

export const getStatus = (id: string) => statuses.get(id);
export const allIds = (): readonly string[] => order;
export const repliesTo = (id: string): readonly string[] => children.get(id) ?? [];
/** Make a person known, as the data does. */
export const addPerson = (person: PracticePerson) => people.set(person.handle.toLowerCase(), person);
export const idOf = (key: string) => ids.get(key);
export const personOf = (handle: string): PracticePerson => people.get(handle.toLowerCase()) ?? invented(handle);
export const mentions = (status: Status, handle: string) =>
  new RegExp(`@${handle}(?![A-Za-z0-9_])`, 'i').test(status.text);

/** Put a tweet in as if it had just come from the server. */
export function addTweet(tweet: PracticeTweet): string {
  const status = toStatus(tweet, ids, Date.now());
  addStatus(status);
  return status.id;
}

function addStatus(status: Status): void {
  insert(status);
  order = [status.id, ...order.filter((id) => id !== status.id)];
  if (status.replyTo) addCounts(status.replyTo, { reply: 1 });
  changed();
}

export function removeTweet(key: string): void {
  const id = ids.get(key);
  const status = id && statuses.get(id);
  if (!id || !status) return;
  statuses.delete(id);
  ids.delete(key);
  order = order.filter((other) => other !== id);
  if (status.replyTo)
    children.set(
      status.replyTo,
      repliesTo(status.replyTo).filter((other) => other !== id),
    );
  changed();
}

export function editTweet(key: string, text: string): void {
  const id = ids.get(key);
  if (id) patch(id, { text, edited: true });
  changed();
}

export const posted: Posted[] = [];
let serial = 0;

/** What the post button does in the end. Returns the id of the new tweet. */
export function publish(text: string, to: { replyTo?: string; quote?: string; media?: string[] }): string {
  const key = `own-${++serial}-${Date.now()}`;
  const minutes = (Date.UTC(2026, 8, 14, 9, 0) - Date.now()) / 60_000;
  const status: Status = {
    key,
    id: statusId(key, minutes),
    by: params.as,
    text,
    lang: 'en',
    time: Date.now(),
    counts: { reply: 0, retweet: 0, like: 0, bookmark: 0, view: 1 },
    own: true,
    ...(to.replyTo ? { replyTo: to.replyTo } : {}),
    ...(to.quote ? { quote: to.quote } : {}),
    ...(to.media?.length ? { media: to.media } : {}),
  };
  posted.push({
    id: status.id,
    text,
    by: params.as,
    replyTo: to.replyTo,
    quote: to.quote,
    media: to.media?.length ?? 0,
  });
  addStatus(status);
  return status.id;
}

export function setTheme(theme: ThemeName): void {
  params.theme = theme;
  keepParam('theme', theme);
  changed();
}

export function setUi(ui: UiLanguage): void {
  params.ui = ui;
  keepParam('ui', ui);
  changed();
}

export function switchAccount(handle: string): void {
  params.as = handle;
  keepParam('as', handle);
  changed();
}

export function setLoggedOut(loggedOut: boolean): void {
  params.loggedOut = loggedOut;
  keepParam('loggedout', loggedOut ? '1' : '0');
  changed();
}
