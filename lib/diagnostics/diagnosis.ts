import type { Trouble } from '../health/health';
import type { UncheckedDay } from '../health/unchecked';
import type { KeptPolicy } from '../policy/keep';
import { type PolicyProblem, policyKeys, policyNames } from '../policy/policy';
import type { TabHealth } from '../protocol';
import { X_COM } from '../x/matches';
import type { BackupState } from './backup-state';
import type { ErrorNote } from './errors';
import { permissions } from './permissions';

/** What could not be found out, with the name of the error. */
export interface Unknown {
  failed: string;
}

/**
 * All that a maintainer needs to know of a Hark that gives trouble: versions, numbers, and words of our own. Nothing in
 * it is written by a customer or a rep.
 */
export interface Diagnosis {
  at: number;
  hark: string;
  browser: string;
  system: string;
  /** Version of the database on disk, null where there is none, and the one that this Hark makes. */
  database: { there: number | null; made: number } | Unknown;
  /** Names of the permissions that are given. */
  granted: ReadonlySet<string> | Unknown;
  storage: { used: number; quota: number; persisted: boolean } | Unknown;
  /** Rows of each table, and of the list of who needs an answer. */
  rows: Record<string, number> | Unknown;
  /** The open tabs of X. */
  pages: (TabHealth | null)[] | Unknown;
  /** Posts that went out unchecked, by day. */
  unchecked: Record<string, UncheckedDay> | Unknown;
  /** Drafts of the last 90 days of which the guard spoke. */
  spoken: number | Unknown;
  errors: ErrorNote[] | Unknown;
  policy: KeptPolicy | Unknown;
  backup: BackupState | null | Unknown;
}

/** A line of the page of diagnostics. */
export interface DiagnosisLine {
  label: string;
  value: string;
  /** What it is for, or what to do. */
  note?: string;
  /** True where something is wrong. */
  wrong?: boolean;
}

/** A part of the page of diagnostics. */
export interface DiagnosisPart {
  title: string;
  lines: DiagnosisLine[];
}

/** Who reads a diagnosis: the team itself, or somebody elsewhere, who sees no word that a team has written. */
export type Reader = 'team' | 'support';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** An amount of storage as people read it: "1.2 MB". */
export function inBytes(amount: number): string {
  let size = amount;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : Math.round(size * 10) / 10} ${UNITS[unit]}`;
}

/** A moment that reads the same everywhere: support may be in another country. */
const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && 'failed' in value;

/** The lines of something, or the one that says that it could not be found out. */
function linesOf<Value>(
  label: string,
  value: Value | Unknown,
  lines: (value: Value) => DiagnosisLine[],
): DiagnosisLine[] {
  return isUnknown(value) ? [{ label, value: `could not be read (${value.failed})`, wrong: true }] : lines(value);
}

const troubles: Record<Trouble, string> = {
  'no-access': 'the browser does not let Hark read X',
  reload: 'opened before Hark: must be loaded again',
  'logged-out': 'nobody is logged in',
  desk: 'the desk cannot be read',
  settings: 'the settings cannot be read',
  unreadable: 'tweets cannot be read',
  undrawn: 'tweets cannot be drawn on',
};

function pageLine(known: TabHealth | null, at: number): DiagnosisLine {
  const label = `X, tab ${at + 1}`;
  if (!known) return { label, value: 'not looked at yet' };
  const { health, report } = known;
  const counts = report
    ? `; ${report.tweets} tweets, without id ${report.without.id}, author ${report.without.author}, text ${report.without.text}, outside of tweets ${report.loose}, not drawn on ${report.undrawn}; seen ${report.seen}, marked ${report.marked}`
    : '';
  return health.ok
    ? { label, value: `can be read${counts}` }
    : { label, value: `${troubles[health.trouble]}${counts}`, wrong: true };
}

function permissionLines(granted: ReadonlySet<string>, browser: 'chrome' | 'firefox'): DiagnosisLine[] {
  const here = permissions.filter(({ browsers }) => browsers.includes(browser));
  const sites = here.filter(({ kind }) => kind === 'site');
  const missing = sites.filter(({ name }) => !granted.has(name));
  return [
    ...here
      .filter(({ kind }) => kind !== 'site')
      .map(({ name, kind, why }): DiagnosisLine => {
        const given = granted.has(name);
        const value = given ? 'given' : kind === 'optional' ? 'not given; asked for when needed' : 'not given';
        return { label: name, value, note: why, wrong: !given && kind !== 'optional' };
      }),
    {
      label: sites.map(({ name }) => name).join(', '),
      value: missing.length === 0 ? 'given' : `not given: ${missing.map(({ name }) => name).join(', ')}`,
      note: sites[0]?.why,
      // X has moved to this one; whoever allows it alone lacks nothing.
      wrong: missing.some(({ name }) => name === X_COM),
    },
  ];
}

/** What is wrong in a policy, with its place and why: for the team's own eyes. */
function problemLines(problems: readonly PolicyProblem[]): DiagnosisLine[] {
  return problems.map(({ where, message }) => ({
    label: where || 'The policy',
    value: `not used: ${message}`,
    wrong: true,
  }));
}

/** The same for support: names of settings that Hark knows. All other names in a policy are somebody's own words. */
function knownProblemLines(problems: readonly PolicyProblem[]): DiagnosisLine[] {
  const starts = problems.map(({ where }) => where.split('.', 1)[0] ?? '');
  const known: string[] = policyKeys.filter((key) => starts.includes(key));
  const unknown = starts.filter((start) => start !== '' && !known.includes(start)).length;
  const notUsed = starts.includes('') ? ['The policy', ...known] : known;
  return [
    ...notUsed.map((label) => ({ label, value: 'not used', wrong: true })),
    ...(unknown > 0 ? [{ label: 'Settings that Hark does not know', value: String(unknown), wrong: true }] : []),
  ];
}

function policyLines({ policy, problems, since }: KeptPolicy, reader: Reader): DiagnosisLine[] {
  const set = policyKeys.flatMap((key): DiagnosisLine[] => {
    const rule = policy[key];
    return rule ? [{ label: policyNames[key], value: rule.locked ? 'locked' : 'default, reps may change it' }] : [];
  });
  const wrong = reader === 'team' ? problemLines(problems) : knownProblemLines(problems);
  if (set.length + wrong.length === 0) return [{ label: 'Set by your team', value: 'nothing' }];
  return [{ label: 'Taken over', value: since === null ? 'never' : moment(since) }, ...set, ...wrong];
}

/** A diagnosis as it stands on its page, and in the text for support. */
export function describeDiagnosis(it: Diagnosis, reader: Reader): DiagnosisPart[] {
  const engine = it.browser.startsWith('Firefox') ? 'firefox' : 'chrome';
  return [
    {
      title: 'Versions',
      lines: [
        { label: 'Hark', value: it.hark },
        { label: 'Browser', value: it.browser },
        { label: 'System', value: it.system },
        ...linesOf('Database', it.database, ({ there, made }) => [
          {
            label: 'Database',
            value: there === null ? 'none yet' : `version ${there}${there === made ? '' : `; this Hark knows ${made}`}`,
            wrong: there !== null && there > made,
          },
        ]),
      ],
    },
    {
      title: 'Permissions, and what for',
      lines: linesOf('Permissions', it.granted, (granted) => permissionLines(granted, engine)),
    },
    {
      title: 'Reading X',
      lines: linesOf('Tabs of X', it.pages, (pages) =>
        pages.length === 0 ? [{ label: 'Tabs of X', value: 'none open' }] : pages.map(pageLine),
      ),
    },
    {
      title: 'Before you post',
      lines: [
        ...linesOf('Posts that went out unchecked', it.unchecked, (days) => {
          const found = Object.entries(days)
            .filter(([day]) => DAY.test(day))
            .sort(([one], [other]) => (one < other ? 1 : -1));
          if (found.length === 0) return [{ label: 'Posts that went out unchecked', value: 'none' }];
          return found.map(([day, { late, failed }]) => ({
            label: `Unchecked on ${day}`,
            value: `${late} late, ${failed} failed`,
            wrong: true,
          }));
        }),
        ...linesOf('Drafts that Hark spoke of in 90 days', it.spoken, (count) => [
          { label: 'Drafts that Hark spoke of in 90 days', value: String(count) },
        ]),
      ],
    },
    {
      title: 'Storage',
      lines: [
        ...linesOf('Used', it.storage, ({ used, quota, persisted }) => [
          { label: 'Used', value: `${inBytes(used)} of ${inBytes(quota)}`, wrong: used > quota * 0.9 },
          {
            label: 'Safe from clearing up',
            value: persisted ? 'yes' : 'no',
            note: persisted ? undefined : 'When the disk is nearly full, the browser may clear this storage.',
          },
        ]),
        ...linesOf('Rows', it.rows, (rows) => [
          {
            label: 'Rows',
            value: Object.entries(rows)
              .map(([table, count]) => `${table} ${count}`)
              .join(', '),
          },
        ]),
      ],
    },
    {
      title: 'Backup',
      lines: linesOf('Last backup', it.backup, (backup) => [
        backup === null
          ? { label: 'Last backup', value: 'not switched on' }
          : {
              label: 'Last backup',
              value: `${backup.succeededAt === null ? 'none yet' : moment(backup.succeededAt)}${backup.failing ? '; the latest attempt failed' : ''}`,
              wrong: backup.failing,
            },
      ]),
    },
    { title: 'Set by your team', lines: linesOf('Policy', it.policy, (policy) => policyLines(policy, reader)) },
    {
      title: 'Last errors',
      lines: linesOf('Errors', it.errors, (errors) =>
        errors.length === 0
          ? [{ label: 'Errors', value: 'none' }]
          : [...errors].reverse().map(({ at, place, name, spot, times }) => ({
              label: moment(at),
              value: `${place}: ${name}${spot ? ` (${spot})` : ''}${times > 1 ? ` ×${times}` : ''}`,
            })),
      ),
    },
  ];
}

/** A diagnosis as plain text, for support. */
export function diagnosisAsText(it: Diagnosis): string {
  const parts = describeDiagnosis(it, 'support').map(({ title, lines }) =>
    [title, ...lines.map(({ label, value, wrong }) => `${wrong ? '! ' : '  '}${label}: ${value}`)].join('\n'),
  );
  return `${[`Hark diagnosis, ${moment(it.at)}`, ...parts].join('\n\n')}\n`;
}
