import type { Topic } from '../cases/case';
import { PhraseFinder } from '../text/phrases';
import { fold, wordsOf } from '../text/words';
import { type Incident, isOpen, partsOf } from './incident';

/** A case or a tweet that may belong to an incident. */
export interface Candidate {
  id: string;
  /** What the customer wrote. */
  text: string;
  topic: Topic;
  /** When they wrote it. */
  at: number;
  /** What the rep knows of where they are; empty if nothing. */
  place: string;
  /** True if it speaks of an outage, whatever its topic. */
  outage?: boolean;
  /** Incident it belongs to already, or that the rep said it does not belong to. */
  settled?: readonly string[];
}

/** How well something fits an incident, and why. */
export interface Fit {
  candidate: Candidate;
  /** 0 to 1. */
  score: number;
  /** In words: "names Whitten". */
  reasons: string[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Customers notice before the team does. */
const BEFORE = 2 * HOUR;
/** From this score on it is proposed. */
const FITS = 0.6;

const weight = { place: 0.5, near: 0.4, topic: 0.3, related: 0.15, time: 0.2, before: 0.1 };

/** Trouble that an outage may be behind. */
const RELATED: ReadonlySet<Topic> = new Set(['speed', 'coverage', 'device', 'unreachable', 'other']);

/**
 * How well a case or a tweet fits an open incident, by topic, place and time; null if it does not. A place is needed:
 * trouble at the same time is everywhere.
 */
export function fitOf(incident: Incident, candidate: Candidate): Fit | null {
  if (!isOpen(incident) || candidate.settled?.includes(incident.id)) return null;
  const reasons: string[] = [];
  let score = 0;
  const here = placeFinder(incident.area);
  const named = here(candidate.text);
  const known = here(candidate.place);
  if (named) {
    score += weight.place;
    reasons.push(`names ${named}`);
  }
  if (known) {
    score += named ? 0 : weight.near;
    reasons.push(`is in ${known}`);
  }
  if (!named && !known) return null;
  if (candidate.topic === 'outage' || candidate.outage) {
    score += weight.topic;
    reasons.push('speaks of an outage');
  } else if (RELATED.has(candidate.topic)) score += weight.related;
  else return null;
  if (candidate.at < incident.since - BEFORE) return null;
  score += candidate.at < incident.since ? weight.before : weight.time;
  reasons.push(candidate.at < incident.since ? 'was written shortly before it' : 'was written since then');
  return score < FITS ? null : { candidate, score: Math.min(1, score), reasons };
}

/** All that fit an incident, best first. */
export function fitsOf(incident: Incident, candidates: readonly Candidate[]): Fit[] {
  return candidates
    .map((candidate) => fitOf(incident, candidate))
    .filter((fit) => fit !== null)
    .sort((one, other) => other.score - one.score || one.candidate.at - other.candidate.at);
}

/** The incident that something fits best; null if none. */
export function bestIncident(
  incidents: readonly Incident[],
  candidate: Candidate,
): (Fit & { incident: Incident }) | null {
  const fits = incidents.flatMap((incident) => {
    const fit = fitOf(incident, candidate);
    return fit ? [{ ...fit, incident }] : [];
  });
  return fits.sort((one, other) => other.score - one.score)[0] ?? null;
}

/** Finds which part of an area a text names. */
function placeFinder(area: string): (text: string) => string | null {
  const parts = partsOf(area);
  const finder = new PhraseFinder<string>(parts.map((part) => [part, part] as const));
  const longFirst = [...parts].sort((one, other) => other.length - one.length);
  return (text) => {
    const found = new Set(finder.find(text, wordsOf(text)).map(({ tag }) => fold(tag)));
    return longFirst.find((part) => found.has(fold(part))) ?? null;
  };
}
