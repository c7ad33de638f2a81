import type { Report } from '../report';
import { afterSection } from './after';
import { balanceSection } from './balance';
import { followUpsSection } from './follow-ups';
import { funnelSection } from './funnel';
import { guardSection } from './guard';
import { heldSection } from './held';
import { incidentsSection } from './incidents';
import { intentsSection } from './intents';
import { offeredSection } from './offered';
import { overTimeSection } from './over-time';
import { reasonsSection } from './reasons';
import type { Section, SectionMaker } from './section';
import { languagesSection, routesSection, topicsSection } from './shares';
import { spansSections } from './spans';
import { stepWords } from './steps';
import { targetSection } from './target';

/** The questions in the order of the page. To add one, add its file and name it here. */
const makers: readonly SectionMaker[] = [
  funnelSection,
  overTimeSection,
  targetSection,
  spansSections,
  topicsSection,
  intentsSection,
  languagesSection,
  routesSection,
  afterSection,
  followUpsSection,
  incidentsSection,
  balanceSection,
  offeredSection,
  guardSection,
  heldSection,
  reasonsSection,
];

/** The whole page, question by question. Pure. */
export function sectionsOf(report: Report, locale: string): Section[] {
  const words = { locale, steps: stepWords(report.step, locale) };
  return makers.flatMap((make) => make(report, words) ?? []);
}
