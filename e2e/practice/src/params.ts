import type { UiLanguage } from './i18n';
import type { ThemeName } from './theme';

/** What the query string can ask for; kept for the tab, so that in-app navigation does not lose it. */
export interface Params {
  theme: ThemeName;
  ui: UiLanguage;
  as: string;
  calm: boolean;
  more: number;
  seed: number;
  loggedOut: boolean;
  /** Share of cells whose article node is taken over by another tweet instead of being built anew, 0 to 1. */
  reuse: number;
  now: number;
}

const STORE = 'practice-params';

function oneOf<T extends string>(value: string | undefined, allowed: readonly T[], otherwise: T): T {
  return allowed.find((entry) => entry === value) ?? otherwise;
}

/** Read the query string over what the tab already knows. */
export function readParams(): Params {
  if (typeof location === 'undefined') return toParams({ now: '1789376400000' });
  let kept: Record<string, string> = {};
  try {
    kept = JSON.parse(sessionStorage.getItem(STORE) ?? '{}') as Record<string, string>;
  } catch {
    kept = {};
  }
  const query = new URLSearchParams(location.search);
  for (const name of ['theme', 'ui', 'as', 'calm', 'more', 'seed', 'loggedout', 'reuse']) {
    const value = query.get(name);
    if (value !== null) kept[name] = value;
  }
  kept.now ??= String(Date.now());
  keepParams(kept);
  return toParams(kept);
}

/** Remember a changed parameter for the tab's next load. */
export function keepParam(name: string, value: string): void {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORE) ?? '{}') as Record<string, string>;
    keepParams({ ...kept, [name]: value });
  } catch {
    keepParams({ [name]: value });
  }
}

function keepParams(kept: Record<string, string>): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(kept));
  } catch {
    // A page without storage still works, it only forgets.
  }
}

function toParams(raw: Record<string, string>): Params {
  return {
    theme: oneOf(raw.theme, ['light', 'dim', 'black'], 'light'),
    ui: oneOf(raw.ui, ['en', 'ja', 'ar'], 'en'),
    as: raw.as ?? 'LanternJune',
    calm: raw.calm === '1',
    more: Math.min(Number(raw.more ?? 0) || 0, 20_000),
    seed: Number(raw.seed ?? 1) || 1,
    loggedOut: raw.loggedout === '1',
    reuse: raw.reuse === undefined ? 0.7 : Math.min(1, Math.max(0, Number(raw.reuse) || 0)),
    now: Number(raw.now),
  };
}
