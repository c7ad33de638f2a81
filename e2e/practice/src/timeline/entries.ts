/** What can stand in a timeline's cell. */
export type Entry =
  | { kind: 'tweet'; key: string; id: string; pinned?: boolean; lineAbove?: boolean; lineBelow?: boolean }
  | { kind: 'focal'; key: string; id: string; lineAbove?: boolean }
  | { kind: 'gap'; key: string }
  | { kind: 'more-replies'; key: string };
