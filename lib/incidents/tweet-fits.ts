import type { QueuedTweet } from '../queue/queue';
import { speaksOfOutage } from '../radar/outage';
import type { Candidate } from './fits';

/** A tweet that has no case yet, as something that may belong to an incident. */
export function candidateOf({ tweet, judgement }: Pick<QueuedTweet, 'tweet' | 'judgement'>): Candidate {
  return {
    id: tweet.id,
    text: tweet.text,
    topic: judgement.topic,
    at: Date.parse(tweet.time),
    place: '',
    // Asked only of tweets that name the place: it costs more than all the rest.
    get outage() {
      return speaksOfOutage(tweet, judgement);
    },
  };
}
