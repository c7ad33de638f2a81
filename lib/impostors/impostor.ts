import { brandAccounts, type Watchlist } from '../watchlist/watchlist';
import { distance, glance } from './look-alike';

/** An account that writes on screen. */
export interface Account {
  handle: string;
  /** Display name. */
  name: string;
  /** Words that X gives for its picture, if any. */
  picture?: string | null;
  /** True if it answers somebody who wrote to the brand. */
  answersCustomer?: boolean;
}

/** Why an account looks like the brand's and is not. */
export interface Impostor {
  handle: string;
  /** 0 to 1. */
  score: number;
  /** In sentences without full stops: "its handle reads like @LanternCares". */
  reasons: string[];
}

/** From this score on an account is marked. */
const MARKED = 0.7;

/** What support accounts are called by. */
const CARE = [
  ...['help', 'helps', 'helpdesk', 'helpline', 'support', 'care', 'cares', 'service', 'services', 'desk', 'assist'],
  ...['assistance', 'customer', 'customers', 'customercare', 'ayuda', 'soporte', 'hilfe', 'aide', 'aiuto', 'ajuda'],
  ...['bantuan', 'tulong', 'atendimento', 'kundenservice', 'refund', 'refunds', 'agent', 'cs'],
];
/** Words that brands add, and fans, shops and teams as well. */
const ADDED = ['team', 'official', 'real', 'the', 'hq', 'live', 'online', 'ask', 'uk', 'us', 'usa', 'de', 'es', 'ph'];

const careGlances = new Set(CARE.map(glance));
const addedGlances = new Set(ADDED.map(glance));
const longFirst = [...careGlances, ...addedGlances].sort((one, other) => other.length - one.length);
const SHORTEST = 4;
/** So long must a name be that one letter less or more makes no other word of it. */
const LONG_ENOUGH = 7;

interface Parted {
  core: string;
  care: boolean;
  added: boolean;
}

/** Takes the words of support accounts off both ends of what a handle looks like. */
function parted(written: string): Parted {
  // Numbers at the end are what X proposes for names that are taken.
  let core = glance(/^\d+$/.test(written) ? written : written.replace(/\d+$/, ''));
  let care = false;
  let added = false;
  for (;;) {
    const word = longFirst.find(
      (known) => core.length - known.length >= SHORTEST - 1 && (core.endsWith(known) || core.startsWith(known)),
    );
    if (word === undefined) return { core, care, added };
    if (careGlances.has(word)) care = true;
    else added = true;
    core = core.endsWith(word) ? core.slice(0, -word.length) : core.slice(word.length);
  }
}

/** Judges whether accounts look like one brand's. */
export type ImpostorJudge = (account: Account) => Impostor | null;

/**
 * Makes a judge for a brand. An account that merely names the brand, as customers do, is none: it must read like one of
 * the brand's accounts, or be the brand's name with a word of support accounts and nothing else.
 */
export function makeImpostorJudge(watchlist: Pick<Watchlist, 'handles' | 'accounts' | 'terms'>): ImpostorJudge {
  const own = brandAccounts({
    ...watchlist,
    misspellings: [],
    categories: [],
    exclusions: [],
    places: [],
    languages: [],
  });
  const handles = [...watchlist.handles, ...watchlist.accounts].map((handle) => ({
    handle,
    ...parted(handle),
    whole: glance(handle),
  }));
  const cores = new Map<string, string>();
  for (const term of watchlist.terms) if (glance(term).length >= SHORTEST) cores.set(glance(term), term);
  for (const { handle, core, care } of handles) {
    // The reason names the brand as people know it, else the handle.
    if (care && core.length >= SHORTEST && !cores.has(core)) cores.set(core, handle);
  }

  const byHandle = (handle: string): { score: number; reason: string } | null => {
    const whole = glance(handle);
    const same = handles.find((known) => known.whole === whole);
    if (same) return { score: 0.9, reason: `its handle reads like @${same.handle}` };
    const { core, care, added } = parted(handle);
    const brand = cores.get(core);
    if (brand !== undefined && care)
      return { score: 0.85, reason: `its handle is “${brand}” with the words of a support account` };
    const near = handles.find(
      (known) => known.whole.length >= LONG_ENOUGH && whole.length >= LONG_ENOUGH && distance(known.whole, whole) === 1,
    );
    // One letter away from a name that is a word may be another word.
    if (near) return { score: near.care ? 0.8 : 0.5, reason: `its handle is one letter away from @${near.handle}` };
    const disguised = /[^A-Za-z_]/.test(handle.replace(/\d+$/, ''));
    if (brand !== undefined && disguised) return { score: 0.6, reason: `its handle is “${brand}” in disguise` };
    return brand !== undefined && added ? { score: 0.5, reason: `its handle is “${brand}” with a word added` } : null;
  };

  const byName = (name: string): { score: number; reason: string } | null => {
    const words = name.split(/[^\p{L}\p{N}$|]+/u).filter((word) => word !== '');
    const rest = words.filter((word) => !careGlances.has(glance(word)) && !addedGlances.has(glance(word)));
    const brand = cores.get(glance(rest.join(''))) ?? cores.get(parted(words.join('')).core);
    if (brand === undefined || rest.length === 0) return null;
    const care = words.some((word) => careGlances.has(glance(word))) || parted(words.join('')).care;
    if (care) return { score: 0.75, reason: `it calls itself “${name.trim()}”` };
    return { score: words.length > rest.length ? 0.5 : 0.3, reason: `it calls itself “${name.trim()}”` };
  };

  return ({ handle, name, picture, answersCustomer = false }) => {
    if (own.has(handle.toLowerCase())) return null;
    const found = [byHandle(handle), byName(name)].filter((part) => part !== null);
    if (found.length === 0) return null;
    const shown = picture ? byName(picture) : null;
    if (shown) found.push({ score: shown.score / 2, reason: 'its picture has your name' });
    const reasons = found.map(({ reason }) => reason);
    // Each further sign takes away half of what doubt is left.
    const [most = 0, ...others] = found.map(({ score }) => score).sort((one, other) => other - one);
    let score = others.reduce((sum, more) => sum + (1 - sum) * more * 0.6, most);
    if (/[✓✔☑✅]/u.test(name)) {
      score += (1 - score) * 0.3;
      reasons.push('it has a tick in its name');
    }
    if (answersCustomer) {
      score += (1 - score) * 0.4;
      reasons.push('it answers somebody who wrote to you');
    }
    return score < MARKED ? null : { handle, score, reasons };
  };
}

/** The reasons as one sentence, for the mark. */
export function sayImpostor({ handle, reasons }: Impostor): string {
  const last = reasons.at(-1) ?? '';
  const list = reasons.length > 1 ? `${reasons.slice(0, -1).join(', ')} and ${last}` : last;
  return `@${handle} is not one of your accounts: ${list}.`;
}
