import { hash32 } from '../ids';
import type { Status } from '../statuses';
import { allIds, getStatus, mentions, repliesTo } from '../store';
import type { Entry } from './entries';

/** Which tweets stand on which page, and in which order. */

const tweet = (id: string, extra: Partial<Extract<Entry, { kind: 'tweet' }>> = {}): Entry => ({
  kind: 'tweet',
  key: id,
  id,
  ...extra,
});

const all = (): Status[] => allIds().flatMap((id) => getStatus(id) ?? []);

/** Home: everything that starts a conversation; some conversations are shown joined to their newest answer. */
export function homeFeed(): Entry[] {
  const entries: Entry[] = [];
  const shown = new Set<string>();
  const ads = all().filter((status) => status.ad);
  let sinceAd = 4;
  for (const status of all()) {
    if (status.ad || shown.has(status.id)) continue;
    if (++sinceAd > 9 && ads.length) {
      sinceAd = 0;
      entries.push(tweet(ads.shift()?.id ?? ''));
    }
    const parent = status.replyTo ? getStatus(status.replyTo) : undefined;
    if (!parent) {
      const joined = hash32(status.key) % 4 === 0 ? repliesTo(status.id).find((id) => !shown.has(id)) : undefined;
      shown.add(status.id);
      entries.push(tweet(status.id, { lineBelow: Boolean(joined) }));
      if (joined) {
        shown.add(joined);
        entries.push(tweet(joined, { lineAbove: true }));
      }
    } else if (status.own || hash32(`alone:${status.key}`) % 5 === 0) {
      shown.add(status.id);
      entries.push(tweet(status.id));
    }
  }
  return entries;
}

/** Search, newest first: every word of the query, anywhere in text, name of the author or hashtags. */
export function searchFeed(query: string): Entry[] {
  const words = query
    .toLowerCase()
    .replace(/["()]/g, ' ')
    .split(/\s+/)
    .filter(
      (word) => word && word !== 'or' && !word.startsWith('-') && (word.startsWith('from:') || !/^\w+:/.test(word)),
    );
  if (!words.length) return [];
  const wanted = query.includes(' OR ') ? 'some' : 'every';
  return all()
    .filter((status) => !status.ad)
    .filter((status) => {
      const hay = `${status.text} @${status.by}`.toLowerCase();
      return words[wanted]((word) =>
        word.startsWith('from:') ? status.by.toLowerCase() === word.slice(5) : hay.includes(word),
      );
    })
    .map((status) => tweet(status.id));
}

export function mentionsFeed(handle: string): Entry[] {
  const name =
    handle === 'LanternJune' ? /@Lantern(Cares|June)?(?![A-Za-z0-9_])/i : new RegExp(`@${handle}(?![A-Za-z0-9_])`, 'i');
  return all()
    .filter((status) => status.by !== handle && name.test(status.text))
    .map((status) => tweet(status.id));
}

/** Profile: the person's own tweets and reposts, the pinned one first. */
export function profileFeed(handle: string, withReplies: boolean): Entry[] {
  const same = (value?: string) => value?.toLowerCase() === handle.toLowerCase();
  const own = all().filter((status) => (same(status.by) && !status.ad) || same(status.repostBy));
  const pinned = own.find((status) => status.pinned && same(status.by));
  const rest = own.filter((status) => status !== pinned && (withReplies || !status.replyTo || same(status.repostBy)));
  if (!withReplies) {
    return [...(pinned ? [tweet(pinned.id, { pinned: true })] : []), ...rest.map((status) => tweet(status.id))];
  }
  return rest.flatMap((status) => {
    const parent = status.replyTo ? getStatus(status.replyTo) : undefined;
    if (!parent) return [tweet(status.id)];
    return [
      tweet(parent.id, { key: `${status.id}<${parent.id}`, lineBelow: true }),
      tweet(status.id, { lineAbove: true }),
    ];
  });
}

/** A list: a fixed third of all authors. */
export function listFeed(number: string): Entry[] {
  return all()
    .filter((status) => !status.ad && !status.replyTo && hash32(`${number}:${status.by}`) % 3 === 0)
    .map((status) => tweet(status.id));
}

/** Status page: what it answers, the tweet itself, then each answer with the thread below it, parted by empty cells. */
export function conversationFeed(id: string, everything: boolean): Entry[] {
  const focal = getStatus(id);
  if (!focal) return [];
  const above: Entry[] = [];
  for (
    let parent = focal.replyTo ? getStatus(focal.replyTo) : undefined;
    parent;
    parent = parent.replyTo ? getStatus(parent.replyTo) : undefined
  ) {
    above.unshift(
      tweet(parent.id, { lineBelow: true, lineAbove: Boolean(parent.replyTo && getStatus(parent.replyTo)) }),
    );
  }
  const entries: Entry[] = [
    ...above,
    { kind: 'focal', key: `focal:${id}`, id, lineAbove: above.length > 0 },
    { kind: 'gap', key: `gap:${id}` },
  ];
  const direct = [...repliesTo(id)].flatMap((reply) => getStatus(reply) ?? []);
  direct.sort((a, b) => Number(Boolean(b.own)) - Number(Boolean(a.own)) || b.counts.like - a.counts.like);
  const rude = (status: Status) => direct.length > 3 && status.key.startsWith('rude-');
  for (const reply of direct) {
    if (rude(reply) && !everything) continue;
    const thread = [reply.id];
    for (let next = repliesTo(reply.id)[0]; next && thread.length < 6; next = repliesTo(next)[0]) thread.push(next);
    thread.forEach((part, index) => {
      entries.push(tweet(part, { lineAbove: index > 0, lineBelow: index < thread.length - 1 }));
    });
    entries.push({ kind: 'gap', key: `gap:${reply.id}` });
  }
  const ad = all().find((status) => status.ad && hash32(`${id}${status.key}`) % 3 === 0);
  if (ad && direct.length > 1)
    entries.splice(above.length + 4, 0, tweet(ad.id, { key: `ad:${ad.id}` }), { kind: 'gap', key: `gap:ad:${ad.id}` });
  if (!everything && direct.some(rude)) entries.push({ kind: 'more-replies', key: `more:${id}` });
  return entries;
}

/** Notifications: mentions and answers, without the rest of the world. */
export function notificationsFeed(handle: string): Entry[] {
  const mine = new Set(
    all()
      .filter((status) => status.by === handle)
      .map((status) => status.id),
  );
  return all()
    .filter(
      (status) => status.by !== handle && (mentions(status, handle) || (status.replyTo && mine.has(status.replyTo))),
    )
    .map((status) => tweet(status.id));
}
