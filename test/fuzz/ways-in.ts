import type { Way } from './fuzz.ts';
import { CHATS } from './ways/chats.ts';
import { MAIL } from './ways/mail.ts';
import { PAGES } from './ways/pages.ts';
import { PARTNERS } from './ways/partners.ts';
import { STAFF } from './ways/staff.ts';
import { WEB } from './ways/web.ts';
import { WORDS } from './ways/words.ts';

/**
 * Every way in that anybody outside can write to, and what becomes of the words; those together that load the same
 * code.
 */
export const FAMILIES: Readonly<Record<string, readonly Way[]>> = {
  'the web': WEB,
  'the pages': PAGES,
  chats: CHATS,
  mail: MAIL,
  partners: PARTNERS,
  'the desk': [...STAFF, ...WORDS],
};

export const WAYS: readonly Way[] = Object.values(FAMILIES).flat();

export function wayNamed(name: string): Way {
  const found = WAYS.find((one) => one.name === name);
  if (!found) throw new Error(`no way in is called "${name}"; there are: ${WAYS.map((one) => one.name).join(', ')}`);
  return found;
}
