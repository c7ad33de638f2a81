import { Puzzle } from 'lucide-react';

/** A drawing of the browser's toolbar: where Hark's button hides, and how to bring it out. */
export function PinHint() {
  return (
    <svg
      viewBox="0 0 360 96"
      role="img"
      aria-label="Press the puzzle piece in the toolbar, then the pin beside Hark"
      className="w-full max-w-[360px] text-secondary"
    >
      <rect x="0.5" y="0.5" width="359" height="31" rx="8" className="fill-raised stroke-line-strong" />
      <rect x="10" y="8" width="240" height="16" rx="8" className="fill-background stroke-line-strong" />
      <g transform="translate(268 8)">
        <circle cx="8" cy="8" r="14" className="fill-background stroke-accent" strokeWidth="2" />
        <Puzzle size={16} />
      </g>
      <circle cx="312" cy="16" r="8" className="fill-line" />
      <circle cx="340" cy="16" r="8" className="fill-line" />
      <path d="M276 34v8" className="stroke-accent" strokeWidth="2" />
      <rect x="150.5" y="44.5" width="200" height="44" rx="8" className="fill-background stroke-line-strong" />
      <rect x="164" y="58" width="16" height="16" rx="4" className="fill-primary" />
      <text x="190" y="71" className="fill-ink text-sm font-bold">
        Hark
      </text>
      <circle cx="328" cy="66" r="13" className="fill-none stroke-accent" strokeWidth="2" />
      <g transform="translate(320 58)" className="text-ink">
        <path
          d="M8 11v4M4 11h8l-1.5-3V3.5h1V2h-7v1.5h1V8z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </g>
    </svg>
  );
}
