import { routeNames, topicNames } from '../../cases/describe';
import { languageName } from '../../text/language-names';
import { UNKNOWN_LANGUAGE } from '../prepare';
import type { Report } from '../report';
import type { Share } from '../spread';
import { sayFew } from '../words';
import { cohortSize, make, sharesAnswer, sharesParts, totalOf } from './parts';
import type { Section, SectionMaker } from './section';

/** What a language is called, also where X did not say which it is. */
export const nameOfLanguage = (code: string): string => (code === UNKNOWN_LANGUAGE ? 'Not known' : languageName(code));

/** What it was about. */
export const topicsSection: SectionMaker = (report) =>
  sharesSection(report, 'topics', 'What was it about?', 'Topic', report.topics, (key) => topicNames[key], 'topic');

/** What people wrote in. */
export const languagesSection: SectionMaker = (report) =>
  sharesSection(
    report,
    'languages',
    'Which languages did they write in?',
    'Language',
    report.languages,
    nameOfLanguage,
    'lang',
  );

/** Who was asked to help. */
export const routesSection: SectionMaker = (report) =>
  sharesSection(report, 'routes', 'Where did it go?', 'Route', report.routes, (key) => routeNames[key], 'route');

function sharesSection<Key extends string>(
  report: Report,
  id: string,
  question: string,
  column: string,
  shares: readonly Share<Key>[],
  name: (key: Key) => string,
  by: 'topic' | 'lang' | 'route',
): Section {
  const total = totalOf(shares);
  return make(id, 'about', question, ['topics', 'few'], {
    answer: sharesAnswer(shares, total, name, 'case'),
    notes: [sayFew(cohortSize(report))],
    ...sharesParts(shares, total, column, name, (value) => ({ by, value })),
  });
}
