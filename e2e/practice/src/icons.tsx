import { r } from './atoms';

/** Action icons, drawn for this page on a 24 px grid. */
const PATHS = {
  reply: 'M12 4c-5 0-9 3.2-9 7.3 0 2.3 1.3 4.3 3.3 5.6V21l4.2-2.5c.5 0 1 .1 1.5.1 5 0 9-3.2 9-7.3S17 4 12 4z',
  repost: 'M6 4 2.5 7.5M6 4l3.5 3.5M6 4v11a3 3 0 0 0 3 3h4M18 20l3.5-3.5M18 20l-3.5-3.5M18 20V9a3 3 0 0 0-3-3h-4',
  like: 'M12 20S3.5 15 3.5 9.2A4.7 4.7 0 0 1 12 6.4a4.7 4.7 0 0 1 8.5 2.8C20.5 15 12 20 12 20z',
  views: 'M4 20v-6M9.3 20V5M14.6 20V9M20 20V3',
  bookmark: 'M6 3.5h12v17l-6-4.4-6 4.4z',
  share: 'M12 15V3.5M7.5 8 12 3.5 16.5 8M4 14v6h16v-6',
  sparkle: 'M12 3l2 7 7 2-7 2-2 7-2-7-7-2 7-2z',
  home: 'M3.5 10.5 12 3.5l8.5 7V20.5h-6v-6h-5v6h-6z',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 21 21',
  bell: 'M5 17h14c-1.5-1.6-2-3-2-6.5a5 5 0 0 0-10 0C7 14 6.5 15.400 5 17zM9.500 20.500h5',
  mail: 'M3 5.500h18v13H3zM3.500 6l8.500 7 8.500-7',
  list: 'M5 3.500h14v17H5zM8.500 8h7M8.500 12h7M8.500 16h4',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.500 20.500c0-4 3.500-6 7.500-6s7.500 2 7.500 6',
  close: 'M5 5l14 14M19 5 5 19',
  back: 'M20 12H4.500M11 5l-7 7 7 7',
  image: 'M3.500 4.500h17v15h-17zM4 16l5-5 4 4 3-2.500 4 3.500M15 9h.5',
  plus: 'M12 5v14M5 12h14',
  feather: 'M4 20 14 10M5 16c0-8 7-12 15-12 0 8-4 14-12 14z',
  play: 'M8 5l11 7-11 7z',
  pen: 'M4 20l1-4L16 5l3 3L8 19z',
} as const;

export type IconName = keyof typeof PATHS | 'more' | 'pin' | 'verified';

export function Icon({
  name,
  size = 18.75,
  filled = false,
}: {
  name: Exclude<IconName, 'verified'>;
  size?: number;
  filled?: boolean;
}) {
  const look = r({
    width: size,
    height: size,
    maxWidth: '100%',
    userSelect: 'none',
    verticalAlign: 'text-bottom',
    position: 'relative',
    fill: 'currentcolor',
    display: 'inline-block',
  });
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={look}>
      <g>
        {name === 'more' ? (
          <path d="M3 12a2 2 0 1 0 4 0 2 2 0 0 0-4 0zm7 0a2 2 0 1 0 4 0 2 2 0 0 0-4 0zm7 0a2 2 0 1 0 4 0 2 2 0 0 0-4 0z" />
        ) : name === 'pin' ? (
          <path d="M8 2.500h8v7l3 5h-6v7l-1 1-1-1v-7H5l3-5z" />
        ) : (
          <path
            d={PATHS[name]}
            fill={filled ? 'currentcolor' : 'none'}
            stroke="currentcolor"
            strokeWidth={size > 22 ? 1.9 : 1.7}
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        )}
      </g>
    </svg>
  );
}

/** The badge after a verified name. */
export function VerifiedIcon({ label, gold = false }: { label: string; gold?: boolean }) {
  const look = r({
    width: 18.75,
    height: 18.75,
    marginInlineStart: 2,
    verticalAlign: 'text-bottom',
    color: gold ? 'rgb(226, 168, 35)' : 'rgb(29, 155, 240)',
    fill: 'currentcolor',
    flexShrink: 0,
  });
  return (
    <svg viewBox="0 0 22 22" aria-label={label} role="img" className={look} data-testid="icon-verified">
      <g>
        <path d="M11 1.500l2.400 1.800 3-.2 1 2.800 2.500 1.600-.7 2.900.9 2.900-2.300 1.900-.6 2.900-3 .5-2 2.200-2.700-1.200-2.700 1-1.700-2.400-2.900-.7-.3-3-2-2.200 1.200-2.700-.7-2.900 2.600-1.500L5.400 3l3 .3z" />
        <path d="M6.800 11.200l2.900 2.900 5.300-5.800" fill="none" stroke="#fff" strokeWidth="1.800" />
      </g>
    </svg>
  );
}
