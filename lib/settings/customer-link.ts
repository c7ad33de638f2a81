import type { DeskDatabase } from '../desk/database';
import { writeSetting } from './settings';

const KEY = 'customerLink';
/** Stands for the account reference in a template. */
const ACCOUNT = '{account}';

/** What is wrong with a link template, or null. An empty one means that there is no such system. */
export function problemOfTemplate(template: string): string | null {
  const typed = template.trim();
  if (typed === '') return null;
  if (!typed.includes(ACCOUNT)) return `Put ${ACCOUNT} where the account reference belongs.`;
  if (!/^https?:\/\//i.test(typed) || !URL.canParse(typed.replaceAll(ACCOUNT, '1'))) {
    return 'An address that begins with https:// or http://.';
  }
  // A reference that decides which server is called could lead anywhere.
  const { origin } = new URL(typed.replaceAll(ACCOUNT, '1'));
  if (origin !== new URL(typed.replaceAll(ACCOUNT, '2')).origin) return `${ACCOUNT} must come after the server’s name.`;
  return null;
}

/** The address of a customer's account in the team's own system; null if there is no template or no reference. */
export function accountLink(template: string, account: string): string | null {
  const reference = account.trim();
  if (reference === '' || template.trim() === '' || problemOfTemplate(template)) return null;
  return template.trim().replaceAll(ACCOUNT, () => encodeURIComponent(reference));
}

/** The template of links into the team's customer system; empty if none is set, or if it could not be used. */
export async function readCustomerLink(db: DeskDatabase): Promise<string> {
  const stored = (await db.settings.get(KEY))?.value;
  return typeof stored === 'string' && problemOfTemplate(stored) === null ? stored : '';
}

/** Keeps the template of links into the team's customer system. */
export async function writeCustomerLink(db: DeskDatabase, template: string): Promise<void> {
  await writeSetting(db, KEY, template.trim(), 'customer-system');
}
