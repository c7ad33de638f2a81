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
  /** The tweet that the page is about is among those without id or author. */
  focal: boolean;
  /** What links to a tweet as only tweets do, outside of all that Hark takes for one. */
  loose: number;
  /** Tweets on the page now on which Hark wanted to draw, and could not. */
  undrawn: number;
  /** What cannot be read or drawn on was so at the last look as well: it is not just on its way. */
  lasting: boolean;
  /** The page knows what the team watches for. False once it has asked in vain. */
  settings: boolean;
  /** Tweets read since the page was loaded, each counted once. */
  seen: number;
  /** Of these, how many got a mark. */
  marked: number;
}

/** Everything that can be known about one tab. */
export interface TabFacts {
  /** The tab shows X. */
  onX: boolean;
  /** What its address says that it is about: a single tweet, private messages, or anything else. */
  about: 'tweet' | 'messages' | 'other';
  /** The browser lets Hark read X. */
  hasAccess: boolean;
  /** Hark's script in the page answers. */
  answers: boolean;
  /** Why the desk cannot be read, in words for the rep; null where it can. */
  deskTrouble: string | null;
  report: PageReport | null;
}

/** What can be wrong, by what the rep can do about it. */
export type Trouble = 'no-access' | 'reload' | 'logged-out' | 'desk' | 'settings' | 'unreadable' | 'undrawn';

/** How a tab is. */
export type Health = { ok: true } | { ok: false; trouble: Trouble; message: string };

/** Fewer tweets than this prove nothing at first sight: they may still be on their way. */
const ENOUGH_TWEETS = 4;
/** Whole tweets without any word are rare, so that only many of them say something, and only most of these. */
const ENOUGH_FOR_TEXT = 6;
const MOST_WITHOUT_TEXT = 0.8;
/** One or two links may stand anywhere but on a tweet's own page; where there are more of them, there are tweets. */
const ENOUGH_LOOSE = 3;

const X_CHANGED = 'X may have changed its page.';

const sick = (trouble: Trouble, message: string): Health => ({ ok: false, trouble, message });

/** Judges a tab. Silence is the one thing that must not happen when Hark cannot read the page. */
export function assess({ onX, about, hasAccess, answers, deskTrouble, report }: TabFacts): Health {
  if (!hasAccess) {
    return sick(
      'no-access',
      'The browser does not let Hark read x.com, so nothing is marked. Allow it, then reload the tab.',
    );
  }
  if (!onX) return { ok: true };
  if (!answers) {
    return sick('reload', 'This tab was open before Hark was installed or updated. Reload this tab.');
  }
  if (report?.loggedOut) return sick('logged-out', 'You are not logged in to X here. Log in to X to use Hark.');
  if (deskTrouble !== null) return sick('desk', deskTrouble);
  return report ? assessReport(report, about) : { ok: true };
}

/** Judges what a page tells. */
function assessReport(report: PageReport, about: TabFacts['about']): Health {
  if (!report.settings) {
    return sick(
      'settings',
      'Hark could not read its settings, so nothing is marked. It keeps trying; if this stays, restart the browser.',
    );
  }
  const { tweets, lasting, focal, without, undrawn } = report;
  const enough = about === 'tweet' ? 1 : ENOUGH_LOOSE;
  const loose = about === 'messages' || report.loose < enough ? 0 : report.loose;
  const shown = tweets + loose;
  const unreadable = Math.max(without.id, without.author) + loose;
  if (isMost(unreadable, shown) && (lasting || tweets >= ENOUGH_TWEETS)) {
    return sick(
      'unreadable',
      `Hark cannot read ${unreadable} of ${inTweets(shown)} here: ${X_CHANGED} They carry no mark.`,
    );
  }
  if (focal && lasting) {
    return sick('unreadable', `Hark cannot read the tweet that this page is about: ${X_CHANGED} It carries no mark.`);
  }
  if (tweets >= ENOUGH_FOR_TEXT && without.text >= tweets * MOST_WITHOUT_TEXT) {
    return sick(
      'unreadable',
      `Hark finds no text in ${without.text} of ${inTweets(tweets)} here: ${X_CHANGED} They carry no mark.`,
    );
  }
  if (isMost(undrawn, tweets) && lasting) {
    return sick(
      'undrawn',
      `Hark cannot draw on ${undrawn} of ${inTweets(tweets)} here: ${X_CHANGED} Marks or “Open case” are missing there.`,
    );
  }
  return { ok: true };
}

/** True for half of them or more. */
const isMost = (some: number, all: number): boolean => some > 0 && some * 2 >= all;

const inTweets = (count: number): string => (count === 1 ? '1 tweet' : `${count} tweets`);

/** The most that stands on the toolbar button is about four characters. */
const MOST_ON_BUTTON = 999;

/** What is due, as it stands on the toolbar button. */
export function dueText(due: number): string {
  if (due === 0) return '';
  return due > MOST_ON_BUTTON ? `${MOST_ON_BUTTON}+` : String(due);
}
