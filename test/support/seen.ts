import { expect } from 'vitest';
import type { Complaint } from '../../domain/complaint.ts';
import { mailIntake, receive } from './mail-intake.ts';

/** What a person sees who opens the mail in the program it was written for. */
export interface Seen {
  /** Words of the letter, in their order. */
  readonly words: string;
  /** Words that nobody sees, or that are not the writer's own. */
  readonly without?: readonly string[];
  readonly files?: readonly string[];
  readonly flags?: readonly string[];
  readonly contact?: string | undefined;
  readonly name?: string;
}

const signs = (text: string) => text.replace(/\s/g, '');

/** A letter becomes one complaint that says what was seen, and says so where something is missing. */
export async function expectSeen(raw: Uint8Array, seen: Seen): Promise<Complaint> {
  const deps = mailIntake();
  const [complaint, ...more] = await receive(deps, raw);
  expect(deps.letters, 'no dead letter').toEqual([]);
  expect(more).toEqual([]);
  expect(complaint, 'a complaint').toBeDefined();
  expect(signs(complaint!.text)).toContain(signs(seen.words));
  for (const words of seen.without ?? []) expect(signs(complaint!.text)).not.toContain(signs(words));
  expect(complaint!.flags).toEqual(seen.flags ?? []);
  expect(complaint!.attachments.map(({ name }) => name)).toEqual(seen.files ?? []);
  expect(complaint!.contact?.email).toBe('contact' in seen ? seen.contact : 'he@citizen.example');
  if (seen.name !== undefined) expect(complaint!.contact?.name).toBe(seen.name);
  return complaint!;
}
