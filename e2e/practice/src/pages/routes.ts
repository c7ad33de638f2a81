import type { Place } from '../router';

/** Dialog addresses, as against pages. */
const DIALOG = /^\/(compose\/post|intent\/(post|tweet))$|^\/[^/]+\/status\/\d+\/photo\/\d+$/;

let page: Place | undefined;

export const isDialog = (place: Place) => DIALOG.test(place.path);

/** The page that a dialog stands over: the last real page, or a sensible one when the session began with a dialog. */
export function underlying(place: Place): Place {
  if (!isDialog(place)) page = place;
  if (page) return page;
  const photo = place.path.match(/^(\/[^/]+\/status\/\d+)\/photo/);
  page = { path: photo?.[1] ?? '/home', query: new URLSearchParams(), restore: 0, key: 'under' };
  return page;
}
