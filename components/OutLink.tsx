import type { ComponentProps } from 'react';

/** A link that leaves Hark: it opens in a tab of its own and does not tell where it came from. */
export function OutLink({ className = '', children, ...rest }: ComponentProps<'a'>) {
  return (
    <a target="_blank" rel="noreferrer noopener" className={`hover:underline ${className}`} {...rest}>
      {children}
    </a>
  );
}
