/** What a page on X tells of how well it can be read: counts, and nothing of any tweet. */
export interface PageReport {
  /** Made anew with each load of the page, so that its counts are not added up twice. */
  page: string;
  /** X shows the app for visitors who are not logged in. */
  loggedOut: boolean;
  /** Tweets on the page now, without paid posts. */
  tweets: number;
  /** Of these, how many had no id, no author, no text. */
  without: { id: number; author: number; text: number };
  /** Tweets read since the page was loaded, each counted once. */
  seen: number;
  /** Of these, how many got a mark. */
  marked: number;
}

/** Everything that can be known about one tab. */
export interface TabFacts {
  /** The tab shows X. */
  onX: boolean;
  /** The browser lets Hark read X. */
  hasAccess: boolean;
  /** Hark's script in the page answers. */
  answers: boolean;
  report: PageReport | null;
}

/** What can be wrong, by what the rep can do about it. */
export type Trouble = 'no-access' | 'reload' | 'logged-out' | 'unreadable';

/** How a tab is. */
export type Health = { ok: true } | { ok: false; trouble: Trouble; message: string };

/** So few tweets prove nothing: they may still be on their way. */
const ENOUGH_TWEETS = 4;
/** Whole tweets without any word are rare, so that only many of them say something. */
const ENOUGH_FOR_TEXT = 6;

/** Judges a tab. Silence is the one thing that must not happen when Hark cannot read the page. */
export function assess({ onX, hasAccess, answers, report }: TabFacts): Health {
  if (!hasAccess) {
    return {
      ok: false,
      trouble: 'no-access',
      message: 'The browser does not let Hark read x.com, so nothing is marked. Allow it, then reload the tab.',
    };
  }
  if (!onX) return { ok: true };
  if (!answers) {
    return {
      ok: false,
      trouble: 'reload',
      message: 'This tab was open before Hark was installed or updated. Reload this tab.',
    };
  }
  if (report?.loggedOut) {
    return { ok: false, trouble: 'logged-out', message: 'You are not logged in to X here. Log in to X to use Hark.' };
  }
  if (!report || report.tweets < ENOUGH_TWEETS) return { ok: true };
  const unreadable = Math.max(report.without.id, report.without.author);
  if (unreadable * 2 > report.tweets) {
    return {
      ok: false,
      trouble: 'unreadable',
      message: `Hark cannot read ${unreadable} of ${report.tweets} tweets here: X may have changed its page. They carry no mark.`,
    };
  }
  if (report.tweets >= ENOUGH_FOR_TEXT && report.without.text === report.tweets) {
    return {
      ok: false,
      trouble: 'unreadable',
      message: `Hark finds no text in any of ${report.tweets} tweets here: X may have changed its page. They carry no mark.`,
    };
  }
  return { ok: true };
}

/** What stands on the toolbar button: "!" where something is wrong in this tab, else how much is due. */
export function badgeText(health: Health, due: number): string {
  if (!health.ok) return '!';
  if (due === 0) return '';
  return due > 999 ? '999+' : String(due);
}
