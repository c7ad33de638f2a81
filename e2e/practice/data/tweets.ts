import { ads } from './tweets/ads';
import { batSignal } from './tweets/batSignal';
import { brandPosts } from './tweets/brandPosts';
import { category } from './tweets/category';
import { complaints } from './tweets/complaints';
import { farther } from './tweets/farther';
import { filipino } from './tweets/filipino';
import { french } from './tweets/french';
import { friends } from './tweets/friends';
import { funnel } from './tweets/funnel';
import { german } from './tweets/german';
import { homonyms } from './tweets/homonyms';
import { indonesian } from './tweets/indonesian';
import { irony } from './tweets/irony';
import { italian } from './tweets/italian';
import { leyfordOutage } from './tweets/leyfordOutage';
import { longOnes } from './tweets/longOnes';
import { news } from './tweets/news';
import { noise } from './tweets/noise';
import { portuguese } from './tweets/portuguese';
import { praise } from './tweets/praise';
import { publicForEver } from './tweets/publicForEver';
import { quotesAndReposts } from './tweets/quotesAndReposts';
import { spanish } from './tweets/spanish';
import { untaggedShout } from './tweets/untaggedShout';
import { whatNotToDo } from './tweets/whatNotToDo';
import type { PracticeTweet } from './types';

/**
 * Everything on the practice page, by theme; sort by `ago` for a timeline.
 *
 * How `truth` was filled in: a reply straight to one of the brand's accounts counts as a mention even where its text
 * lacks the handle; the brand's own posts and replies are about the brand, are "news" or "other", and never actionable;
 * friends talking among themselves may complain about the brand and still not want an answer.
 */
export const tweets: PracticeTweet[] = [
  ...batSignal,
  ...untaggedShout,
  ...funnel,
  ...whatNotToDo,
  ...publicForEver,
  ...leyfordOutage,
  ...brandPosts,
  ...praise,
  ...irony,
  ...complaints,
  ...category,
  ...homonyms,
  ...news,
  ...friends,
  ...quotesAndReposts,
  ...longOnes,
  ...ads,
  ...filipino,
  ...spanish,
  ...portuguese,
  ...french,
  ...german,
  ...italian,
  ...indonesian,
  ...farther,
  ...noise,
];
