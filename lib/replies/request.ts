import type { Fact } from '../facts/fact';
import type { Judgement } from '../triage/judgement';

/** An outage or the like that the team has on record. */
export interface ReplyIncident {
  title: string;
  /** Where it is, in parts between commas: "Leyford, Kerrow Lane". */
  area: string;
  /** What a reply may say of it, word for word. */
  message: string;
  /** The language of the message; null where nobody said. */
  lang?: string | null;
}

/** What happened in a customer's case, as far as a reply may know. */
export interface PastEntry {
  /** Milliseconds since 1970. */
  at: number;
  /** Only the customer's tweets are ever spoken of; notes are not for the customer's eyes. */
  kind: string;
  text: string;
}

export interface PastCase {
  topic: string;
  status: string;
  entries: readonly PastEntry[];
}

/** All that is known when a reply is drafted. */
export interface ReplyRequest {
  tweet: { id: string; handle: string; name: string; text: string; lang: string | null };
  /** What Hark makes of the tweet. */
  judgement: Pick<Judgement, 'relevance' | 'intent' | 'intentConfidence' | 'topic' | 'pressures'>;
  /** False once the rep has said that it is not about the brand. */
  ours?: boolean;
  customer?: { name: string; place: string };
  cases: readonly PastCase[];
  /** Open ones only. */
  incidents: readonly ReplyIncident[];
  facts: readonly Fact[];
  rep: { name: string; initials: string };
  /** The rep's latest replies: the next one should not sound like them. */
  recent: readonly string[];
  /** Another number gives other words for the same. */
  variant?: number;
  /** What the brand is called, by itself and by customers, and its handles. */
  brand?: { name: string; names: readonly string[]; handles: readonly string[] };
  /** Milliseconds since 1970. */
  now: number;
}

/** What a reply is made of that only this customer's has. */
export interface Use {
  kind: 'name' | 'words' | 'history' | 'incident' | 'fact' | 'handle';
  text: string;
}

/** How a reply goes about it. */
export type Approach = 'answer' | 'private' | 'ask' | 'thanks' | 'not-ours' | 'check-in';

/** A proposed reply. */
export interface Suggestion {
  text: string;
  /** As X counts it. */
  length: number;
  approach: Approach;
  uses: Use[];
  /** What the rep should find out first, in a sentence: no fact says it. */
  missing: string | null;
}
