import type { ReplyRequest, Suggestion } from './request';
import { suggest } from './suggest';

/** Whoever proposes replies. To add one, write a file and name it below. */
export interface Drafter {
  id: string;
  label: string;
  draft(request: ReplyRequest): Promise<Suggestion[]>;
}

/** Proposes replies from phrases: without a network, at once, and always alike. */
const phrases: Drafter = { id: 'phrases', label: 'Phrases', draft: async (request) => suggest(request) };

/** All drafters; the first one is used where the settings name none. */
export const drafters: readonly Drafter[] = [phrases];
