import { AtSign, List, Search } from 'lucide-react';
import type { WatchLink } from '../lib/watch/searches';

interface WatchLinksProps {
  links: readonly WatchLink[];
  onGo(link: WatchLink): void;
}

function iconOf(link: WatchLink) {
  if (link.url.includes('/search?')) return Search;
  return link.url.endsWith('/lists') ? List : AtSign;
}

/** Places on X where tweets for the brand turn up; each opens in the tab beside the panel. */
export function WatchLinks({ links, onGo }: WatchLinksProps) {
  return (
    <ul>
      {links.map((link) => {
        const Icon = iconOf(link);
        return (
          <li key={link.url}>
            <button
              type="button"
              data-row
              onClick={() => onGo(link)}
              className="flex w-full items-start gap-3 border-b border-line px-4 py-2.5 text-left -outline-offset-2 transition hover:bg-raised"
            >
              <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-secondary" />
              <span className="min-w-0">
                <span className="block text-base font-bold">{link.label}</span>
                <span className="block text-sm text-pretty text-secondary">{link.about}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
