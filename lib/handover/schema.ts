import { caseStatuses, priorities, routes, topics } from '../cases/case';
import { followUpStates } from '../follow-ups/follow-up';
import { draftOutcomes, overrideReasons } from '../guard/outcome';
import { checkIds } from '../guard/types';
import { incidentStates } from '../incidents/incident';
import { z } from '../schema';
import type { FileRow } from './file-row';

/**
 * What may stand in a file. Whoever wrote it may have meant harm: each value has a form and a limit, and what is not
 * named here is refused.
 */

/** 1 January 2200: no time in a file is later. */
const LATEST = 7_258_118_400_000;

const id = z.string().regex(/^[A-Za-z0-9][\w.:~-]{0,99}$/);
const time = z.number().int().min(0).max(LATEST);
const number = z.number().int().min(0).max(1_000_000_000);
const handle = z.string().regex(/^[A-Za-z0-9_]{1,20}$/);
const lowerHandle = z.string().regex(/^[a-z0-9_]{1,20}$/);
const line = z.string().max(500);
const text = z.string().max(1_000_000);
const statusId = z.string().regex(/^\d{1,25}$/);
const permalink = z.string().regex(/^https:\/\/x\.com\/[A-Za-z0-9_]{1,20}\/status\/\d{1,25}$/);
const by = z.string().max(80).nullable();
const tag = z.string().min(1).max(40);
const ids = z.array(id).max(1_000);

export const deskSchema = z.strictObject({ id, name: z.string().max(200) });

const status = z.enum(caseStatuses);
const topic = z.enum(topics);
const priority = z.enum(priorities);
const route = z.enum(routes);

const seen = z.array(z.tuple([id, time])).max(1_000);
const versions = z.array(z.strictObject({ value: text, desk: id, at: time, seen })).max(1_000);
const details = z.strictObject({
  name: versions.optional(),
  account: versions.optional(),
  place: versions.optional(),
  note: versions.optional(),
});
const detailName = z.enum(['name', 'account', 'place', 'note']);
const maybeTime = time.optional();

const plainCustomer = {
  id,
  handles: z.array(lowerHandle).min(1).max(200),
  handle,
  name: text,
  account: text,
  place: text,
  note: text,
  namedByRep: z.boolean(),
  createdAt: time,
  changedAt: z.strictObject({ name: maybeTime, account: maybeTime, place: maybeTime, note: maybeTime }).optional(),
  versions: details.optional(),
};
/** Somebody joined may have had others joined to them before; so deep and no deeper. */
const joinOf = (customer: z.ZodType) => z.strictObject({ customer, at: time, lent: z.array(detailName).max(4) });
const nobody = z.array(z.never()).max(0);
let joinedCustomer: z.ZodType = z.strictObject({ ...plainCustomer, joined: nobody });
for (let depth = 0; depth < 5; depth++) {
  joinedCustomer = z.strictObject({ ...plainCustomer, joined: z.array(joinOf(joinedCustomer)).max(50) });
}

export const customerSchema = z.strictObject({
  id,
  handles: z.array(lowerHandle).min(1).max(200),
  handle,
  shownName: text,
  createdAt: time,
  details,
  joined: z.array(joinOf(joinedCustomer)).max(200),
});

export const caseSchema = z.strictObject({
  id,
  desk: deskSchema,
  number,
  openedFor: lowerHandle,
  openedAs: z.string().max(80).nullable(),
  openedAt: time,
  updatedAt: time,
  base: z.strictObject({
    status,
    topic,
    priority,
    route,
    owner: by,
    tags: z.array(tag).max(100),
    resolvedAt: time.nullable(),
  }),
});

const caseField = z.enum(['status', 'topic', 'priority', 'route', 'owner']);
const settledTo = {
  status: status.nullable(),
  topic: topic.nullable(),
  priority: priority.nullable(),
  route: route.nullable(),
  owner: by,
};

const change = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('opened') }),
  z.strictObject({ what: z.literal('reopened'), from: status }),
  z.strictObject({ what: z.literal('status'), from: status, to: status }),
  z.strictObject({ what: z.literal('topic'), from: topic, to: topic }),
  z.strictObject({ what: z.literal('priority'), from: priority, to: priority }),
  z.strictObject({ what: z.literal('route'), from: route, to: route }),
  z.strictObject({ what: z.literal('owner'), from: by, to: by }),
  z.strictObject({ what: z.literal('tags'), added: z.array(tag).max(100), removed: z.array(tag).max(100) }),
  z.strictObject({ what: z.literal('handedOver'), from: by, to: by }),
  z.strictObject({ what: z.literal('imported'), from: z.string().max(200), number: number.nullable() }),
  z.strictObject({ what: z.literal('importUndone'), from: z.string().max(200) }),
  z.strictObject({ what: z.literal('inDm'), to: z.boolean() }),
  z.strictObject({ what: z.literal('satisfied') }),
  z.strictObject({
    what: z.literal('incident'),
    did: z.enum(['linked', 'unlinked']),
    title: text,
    incidentId: id,
  }),
  z.strictObject({
    what: z.literal('followUp'),
    did: z.enum(['made', 'moved', 'done', 'withdrawn']),
    dueAt: time,
    reason: text,
  }),
  z
    .strictObject({
      what: z.literal('settled'),
      field: z.union([caseField, detailName]),
      to: text.nullable(),
      over: z.array(text.nullable()).max(100),
    })
    // A case must not come to have a status that there is not.
    .refine(({ field, to }) => {
      const isDetail = detailName.safeParse(field).success;
      if (isDetail) return true;
      return (field === 'owner' || to !== null) && settledTo[field as keyof typeof settledTo].safeParse(to).success;
    }),
]);

const place = { id, caseId: id, at: time };
export const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...place,
    tweetId: statusId,
    kind: z.literal('tweet'),
    handle,
    name: line,
    text,
    permalink,
    lang: z.string().max(12).nullable(),
    linkOnly: z.literal(true).optional(),
    gist: z
      .strictObject({
        intent: z.enum(['complaint', 'question', 'praise', 'other', 'unsure']),
        topic,
        urgency: z.number().min(0).max(1),
      })
      .optional(),
  }),
  z.strictObject({
    ...place,
    tweetId: statusId.nullable(),
    kind: z.literal('reply'),
    handle,
    initials: z.string().max(12).nullable(),
    text,
    permalink: permalink.nullable(),
    awaited: z.boolean().optional(),
    answers: statusId.optional(),
    linkOnly: z.literal(true).optional(),
  }),
  z.strictObject({ ...place, tweetId: statusId, kind: z.literal('bystander'), permalink }),
  z.strictObject({ ...place, tweetId: z.null(), kind: z.literal('note'), text, by }),
  z.strictObject({
    ...place,
    tweetId: statusId.nullable(),
    kind: z.literal('guard'),
    checks: z.array(z.enum(checkIds)).max(100),
    outcome: z.enum(draftOutcomes),
    reason: z.enum(overrideReasons).nullable(),
    by,
  }),
  z.strictObject({ ...place, tweetId: z.null(), kind: z.literal('change'), change, by, after: ids.optional() }),
]);

const flatValue = z.union([
  text,
  z.number().min(-LATEST).max(LATEST),
  z.boolean(),
  z.null(),
  z.array(line).max(10_000),
]);
const LONGEST_NAME = 40;
/** Fields of a flat row that lead somewhere when they are clicked. */
const LINK_FIELDS = ['link', 'permalink', 'url'];
/** A later version of Hark may say more in a row; what this one reads has its form. */
const flatRow = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .object(shape)
    .catchall(flatValue)
    .refine((row) => Object.keys(row).length <= 40 && Object.keys(row).every((key) => key.length <= LONGEST_NAME))
    .refine((row: Record<string, unknown>) => LINK_FIELDS.every((field) => isHarmlessLink(row[field])));

const followUpSchema = flatRow({
  id,
  caseId: id,
  dueAt: time,
  reason: text,
  state: z.enum(followUpStates),
  createdAt: time,
  updatedAt: maybeTime,
  by,
  notifiedAt: z.null(),
  snoozedFrom: time.nullable(),
  tweetId: statusId.nullable(),
  incidentId: id.nullable(),
});

const incidentSchema = flatRow({
  id,
  title: text,
  area: text,
  state: z.enum(incidentStates),
  since: time,
  expected: time.nullable(),
  message: text,
  link: z.string().max(2_000).nullable(),
  lang: z.string().max(12).nullable(),
  createdAt: time,
  updatedAt: time,
  fixedAt: time.nullable(),
  by,
});

function isHarmlessLink(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (typeof value === 'string' && /^https?:\/\/[^\s]+$/.test(value))
  );
}

/** One row of a file: what it is, and the row. */
export const rowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('customer'), row: customerSchema }),
  z.strictObject({ kind: z.literal('case'), row: caseSchema }),
  z.strictObject({ kind: z.literal('entry'), row: entrySchema }),
  z.strictObject({ kind: z.literal('followUp'), row: followUpSchema }),
  z.strictObject({ kind: z.literal('incident'), row: incidentSchema }),
]);

export const FORMAT = 'hark-hand-over';
export const VERSION = 1;

/** A row of a file. What it is named by is known; what the types of this program ask beyond that is checked here. */
export function checkRow(value: unknown): FileRow | null {
  const checked = rowSchema.safeParse(value);
  return checked.success ? (checked.data as FileRow) : null;
}

/** What a file says of itself before its rows. */
export const headerSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** The desk it was written on. */
  desk: deskSchema,
  /** Who handed over, and to whom, where that was said. */
  by,
  to: by,
  at: time,
});
export type Header = z.infer<typeof headerSchema>;

export const endSchema = z.strictObject({
  rows: z.number().int().min(0).max(100_000_000),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
});
