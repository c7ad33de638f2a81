import { el, icon, onTrustedClick } from '../../lib/overlay/dom';
import { addStyles, dressAnew, isOurs, makeHost, onEscape, onKey } from '../../lib/overlay/host';
import { isMeant, settleIn } from '../../lib/overlay/press';
import { showToast } from '../../lib/overlay/toast';
import { answeredRow, isJoinedToNext, readRows } from '../../lib/x/conversation';
import { readAccount, readRoute, readTheme } from '../../lib/x/page';
import { findPlaces, isPrivate } from '../../lib/x/place';
import { findTweets, readTweet, visibleText } from '../../lib/x/read';
import { AFTER_KEY, DEADLINE, sayUnchecked, UNCHECKED } from './doorman';
import { Known } from './known';
import { deliver, moreNow } from './more';
import { toJudged, toSent } from './sent';
import { sayTrouble } from './trouble';
import { accountNow, isNobodysBusiness, isOfBrand } from './who';
import { ask, isConnected, OrphanedError, RefusedError } from './worker';

/*
 * What the second script takes from this one, so that hosts, presses and messages are known in one place and nothing is
 * carried twice. In the build of `x-more`, what is imported above comes from here: see `wxt.config.ts`.
 */

/** Lays it out for the second script, in the world that both share; the page has another one. */
export function offer(): void {
  Object.assign(globalThis, {
    hark: {
      AFTER_KEY,
      accountNow,
      addStyles,
      answeredRow,
      ask,
      DEADLINE,
      deliver,
      dressAnew,
      el,
      findPlaces,
      findTweets,
      icon,
      isConnected,
      isJoinedToNext,
      isMeant,
      isNobodysBusiness,
      isOfBrand,
      isOurs,
      isPrivate,
      Known,
      makeHost,
      moreNow,
      onEscape,
      onKey,
      onTrustedClick,
      OrphanedError,
      RefusedError,
      readAccount,
      readRoute,
      readRows,
      readTheme,
      readTweet,
      sayTrouble,
      sayUnchecked,
      settleIn,
      showToast,
      toJudged,
      toSent,
      UNCHECKED,
      visibleText,
    },
  });
}
