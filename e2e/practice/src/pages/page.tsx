import { useMemo, useState } from 'react';
import { bold, r, run, text, view } from '../atoms';
import { HomeComposer } from '../composer/home';
import { useUi } from '../i18n';
import type { Place } from '../router';
import { params } from '../store';
import { usePalette } from '../theme';
import {
  conversationFeed,
  homeFeed,
  listFeed,
  mentionsFeed,
  notificationsFeed,
  profileFeed,
  searchFeed,
} from '../timeline/feeds';
import { Timeline } from '../timeline/timeline';
import { Column } from './column';
import { Messages } from './messages';
import { ProfileHead } from './profile';

interface PageProps {
  place: Place;
  /** Changes with the store: the feeds have to be read again. */
  version: number;
}

/** The page for an address; unknown first segments are profiles, as on X. */
export function Page({ place, version }: PageProps) {
  const { words } = useUi();
  const { path, query } = place;
  if (path.startsWith('/messages')) return <Messages place={place} />;
  const status = path.match(/^\/[^/]+\/status\/(\d+)/);
  if (status?.[1]) return <StatusPage id={status[1]} version={version} />;
  if (path === '/home') return <HomePage version={version} />;
  if (path === '/search') return <SearchPage query={query.get('q') ?? ''} version={version} />;
  if (path.startsWith('/hashtag/'))
    return <SearchPage query={`#${decodeURIComponent(path.slice(9))}`} version={version} />;
  if (path.startsWith('/notifications'))
    return <NotificationsPage mentions={path.endsWith('/mentions')} version={version} />;
  const list = path.match(/^\/i\/lists\/(\d+)/);
  if (list?.[1]) return <ListPage number={list[1]} version={version} />;
  if (path === '/explore' || path.startsWith('/i/'))
    return (
      <Column title={words.explore} label={words.explore}>
        {null}
      </Column>
    );
  const profile = path.match(/^\/(\w{1,15})(\/with_replies)?$/);
  if (profile?.[1]) return <ProfilePage handle={profile[1]} withReplies={Boolean(profile[2])} version={version} />;
  return (
    <Column title="404" label="404" back>
      {null}
    </Column>
  );
}

function HomePage({ version }: { version: number }) {
  const { words } = useUi();
  const palette = usePalette();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for everything the feed reads.
  const entries = useMemo(() => homeFeed(), [version]);
  return (
    <Column
      title={null}
      label={words.homeTimeline}
      tabs={[
        { name: words.forYou, href: '/home' },
        { name: words.following, href: '/home?f=live' },
      ]}
    >
      <HomeComposer />
      <div className={view(r({ height: 1, backgroundColor: palette.divider }))} />
      <Timeline entries={entries} title={words.homeTimeline} />
    </Column>
  );
}

function SearchPage({ query, version }: { query: string; version: number }) {
  const { words } = useUi();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for everything the feed reads.
  const entries = useMemo(() => searchFeed(query), [query, version]);
  const q = encodeURIComponent(query);
  return (
    <Column
      title={query}
      label={words.search}
      back
      tabs={[
        { name: words.top, href: `/search?q=${q}` },
        { name: words.latest, href: `/search?q=${q}&f=live` },
      ]}
    >
      {entries.length ? <Timeline entries={entries} title={words.search} /> : <Nothing />}
    </Column>
  );
}

function NotificationsPage({ mentions, version }: { mentions: boolean; version: number }) {
  const { words } = useUi();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for everything the feed reads.
  const entries = useMemo(
    () => (mentions ? mentionsFeed(params.as) : notificationsFeed(params.as)),
    [mentions, version],
  );
  return (
    <Column
      title={words.notifications}
      label={words.notifications}
      tabs={[
        { name: words.all, href: '/notifications' },
        { name: words.mentions, href: '/notifications/mentions' },
      ]}
    >
      {entries.length ? <Timeline entries={entries} title={words.notifications} /> : <Nothing />}
    </Column>
  );
}

function ListPage({ number, version }: { number: string; version: number }) {
  const { words } = useUi();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for everything the feed reads.
  const entries = useMemo(() => listFeed(number), [number, version]);
  return (
    <Column title={`${words.list} ${number}`} label={words.lists} back>
      <Timeline entries={entries} title={words.list} />
    </Column>
  );
}

function ProfilePage({ handle, withReplies, version }: { handle: string; withReplies: boolean; version: number }) {
  const { words } = useUi();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for everything the feed reads.
  const entries = useMemo(() => profileFeed(handle, withReplies), [handle, withReplies, version]);
  return (
    <Column title={handle} label={words.profile} back>
      <ProfileHead handle={handle} withReplies={withReplies} count={entries.length} />
      {entries.length ? <Timeline entries={entries} title={words.posts} /> : <Nothing />}
    </Column>
  );
}

function StatusPage({ id, version }: { id: string; version: number }) {
  const { words } = useUi();
  const [everything, setEverything] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for everything the feed reads.
  const entries = useMemo(() => conversationFeed(id, everything), [id, everything, version]);
  return (
    <Column title={words.post} label={words.homeTimeline} back>
      {entries.length ? (
        <Timeline entries={entries} title={words.conversation} onShowMore={() => setEverything(true)} />
      ) : (
        <Nothing />
      )}
    </Column>
  );
}

function Nothing() {
  const { words } = useUi();
  return (
    <div className={view(r({ padding: 32 }))}>
      <div dir="auto" className={text(bold, r({ fontSize: 31, lineHeight: '36px' }))}>
        <span className={run()}>{words.noResults}</span>
      </div>
    </div>
  );
}
