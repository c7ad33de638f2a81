import { X_MATCHES } from '../x/matches';

/** A right that Hark has or asks for in the browser. */
export interface Permission {
  /** As the manifest names it; for sites the pattern of their addresses. */
  name: string;
  kind: 'required' | 'optional' | 'site';
  browsers: readonly ('chrome' | 'firefox')[];
  /** What it is for. The store listings say the same. */
  why: string;
}

const both = ['chrome', 'firefox'] as const;

/**
 * Every permission of the manifest, with its reason. A permission without a line here, or a line without a permission,
 * fails a test.
 */
export const permissions: readonly Permission[] = [
  {
    name: 'storage',
    kind: 'required',
    browsers: both,
    why: 'Keeps what you are looking at and the list of who needs an answer in memory until the browser closes, remembers the last errors, and reads what your team has set by policy.',
  },
  {
    name: 'contextMenus',
    kind: 'required',
    browsers: both,
    why: 'Adds the one entry to the page’s menu that opens the panel.',
  },
  {
    name: 'alarms',
    kind: 'required',
    browsers: both,
    why: 'Wakes Hark when a follow-up, the daily backup or the daily purge is due.',
  },
  {
    name: 'scripting',
    kind: 'required',
    browsers: both,
    why: 'Brings what explains marks, suggests replies and looks them over into a tab of X once you turn to one there, so that all other tabs stay light.',
  },
  {
    name: 'sidePanel',
    kind: 'required',
    browsers: ['chrome'],
    why: 'Shows the panel with the case beside the page.',
  },
  {
    name: 'notifications',
    kind: 'optional',
    browsers: both,
    why: 'Tells you when a follow-up is due. Asked for when you make the first one; Hark works without.',
  },
  {
    name: 'downloads',
    kind: 'optional',
    browsers: both,
    why: 'Saves the daily backup in your downloads folder. Asked for when you switch that on; without it you save a backup by hand.',
  },
  {
    name: 'offscreen',
    kind: 'required',
    browsers: ['chrome'],
    why: 'Makes the daily backup in a page that nobody sees, as Chrome’s worker cannot save files.',
  },
  ...X_MATCHES.map(
    (name): Permission => ({
      name,
      kind: 'site',
      browsers: both,
      why: 'Reads the tweets that X shows you, marks them and opens cases on them; looks over what you write as your brand, and puts a reply into X’s composer when you say so. Hark has no access to any other site.',
    }),
  ),
];
