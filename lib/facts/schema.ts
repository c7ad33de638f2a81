import { topics } from '../cases/case';
import { z } from '../schema';
import { fold } from '../text/words';
import { type Channel, channels, type Fact } from './fact';

const LONGEST = 240;

/** What people call the channels, besides their names here. */
const otherNames: Readonly<Record<string, Channel>> = {
  statuspage: 'status',
  site: 'help',
  web: 'help',
  page: 'help',
  helppage: 'help',
  helppages: 'help',
  faq: 'help',
  livechat: 'chat',
  telephone: 'phone',
  call: 'phone',
  hotline: 'phone',
  mail: 'email',
  directmessage: 'dm',
  directmessages: 'dm',
  message: 'dm',
  private: 'dm',
  openinghours: 'hours',
  opening: 'hours',
  notices: 'notice',
  currentnotice: 'notice',
  currentnotices: 'notice',
  news: 'notice',
};

/** A channel by any of its usual names ("status page", "E-mail"); null if it is none. */
export function channelNamed(name: string): Channel | null {
  const plain = fold(name).replace(/[^a-z]/g, '');
  return channels.find((channel) => channel === plain) ?? otherNames[plain] ?? null;
}

const channelSchema = z.string().transform((name, context) => {
  const channel = channelNamed(name);
  if (channel) return channel;
  context.addIssue({ code: 'custom', message: `Known channels: ${channels.join(', ')}.` });
  return z.NEVER;
});

const linkSchema = z
  .string()
  .trim()
  .max(500, 'Longer than 500 characters.')
  .regex(/^https?:\/\/[^\s/]+\.\S+$/i, 'A link begins with https:// and holds no spaces.');

/** A fact as the rep or a file gives it. */
export const factFieldsSchema = z
  .object({
    topic: z
      .string()
      .trim()
      .max(60, 'Longer than 60 characters.')
      .transform((topic) => topics.find((known) => known === topic.toLowerCase()) ?? topic),
    channel: channelSchema,
    text: z.string().trim().max(LONGEST, `Longer than ${LONGEST} characters.`).default(''),
    link: z
      .union([linkSchema, z.literal('')])
      .nullish()
      .transform((link) => link || null),
    lang: z
      .string()
      .trim()
      .toLowerCase()
      .nullish()
      .transform((lang) => (lang ? (lang.split('-')[0] ?? null) : null)),
  })
  .refine(({ text, link }) => text !== '' || link !== null, { message: 'Write what a reply should say, or a link.' });

export const factSchema = z.intersection(factFieldsSchema, z.object({ id: z.string().min(1) }));

/** Facts as they were stored; whatever cannot be read is passed over. */
export function readFacts(stored: unknown): Fact[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one): Fact[] => {
    const checked = factSchema.safeParse(one);
    return checked.success ? [checked.data] : [];
  });
}
