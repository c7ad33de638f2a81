import type { ComponentProps } from 'react';
import { webLink } from '../lib/text/link';

/**
 * A link that leaves Hark: it opens in a tab of its own and does not tell where it came from. An address that is none of
 * the web stays as words.
 */
export function OutLink({ className = '', children, href, ...rest }: ComponentProps<'a'>) {
  const address = webLink(href);
  if (address === null) return <span className={className}>{children}</span>;
  return (
    <a {...rest} href={address} target="_blank" rel="noreferrer noopener" className={`hover:underline ${className}`}>
      {children}
    </a>
  );
}
