import { AtSign, Languages, List, Search } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { WatchLink } from '../lib/watch/searches';
import { Button } from './Button';
import { Disclosure } from './Disclosure';

interface WatchLinksProps {
  links: readonly WatchLink[];
  /** Takes over a plain click; without it the link opens as any link does. */
  onGo?(link: WatchLink): void;
  /** Leads to where the rep's handle is entered; null where it is known. */
  onAddHandle: (() => void) | null;
}

function iconOf(link: WatchLink) {
  if (link.url.includes('/search?')) return Search;
  return link.url.endsWith('/lists') ? List : AtSign;
}

/** A click that asks for nothing but to go there: with a modifier the browser opens a tab or window of its own. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** Places on X where tweets for the brand turn up. Real links, which can be copied and opened elsewhere. */
export function WatchLinks({ links, onGo, onAddHandle }: WatchLinksProps) {
  const spare = links.filter(({ isSpare }) => isSpare);
  return (
    <ul>
      {links
        .filter(({ isSpare }) => !isSpare)
        .map((link) => (
          <Row key={link.url} {...{ link, onGo }} />
        ))}
      {onAddHandle && (
        <li className="flex items-start gap-3 border-b border-line px-4 py-2.5 text-sm text-secondary">
          <List size={16} aria-hidden className="mt-0.5 shrink-0" />
          <p className="text-pretty">
            Your lists on X stand here once Hark knows your handle.{' '}
            <Button look="quiet" onClick={onAddHandle}>
              Add it
            </Button>
          </p>
        </li>
      )}
      {spare.length > 0 && (
        <li>
          <Disclosure
            icon={Languages}
            summary="Trouble in other languages, too. Name those you answer in the settings, and only they are searched."
          >
            <ul className="border-t border-line [&>li:last-child]:border-b-0">
              {spare.map((link) => (
                <Row key={link.url} {...{ link, onGo }} />
              ))}
            </ul>
          </Disclosure>
        </li>
      )}
    </ul>
  );
}

function Row({ link, onGo }: { link: WatchLink } & Pick<WatchLinksProps, 'onGo'>) {
  const Icon = iconOf(link);
  return (
    <li className="border-b border-line">
      <a
        href={link.url}
        rel="noreferrer noopener"
        data-row
        onClick={(event) => {
          if (!onGo || !isPlain(event)) return;
          event.preventDefault();
          onGo(link);
        }}
        className="flex items-start gap-3 px-4 py-2.5 -outline-offset-2 transition hover:bg-raised"
      >
        <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-secondary" />
        <span className="min-w-0">
          <span className="block text-base font-bold">{link.label}</span>
          <span className="block text-sm text-pretty text-secondary">{link.about}</span>
        </span>
      </a>
      {link.leftOut && <p className="-mt-1 pr-4 pb-2.5 pl-11 text-sm text-pretty text-secondary">{link.leftOut}</p>}
    </li>
  );
}
