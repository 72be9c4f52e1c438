import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrgansFile } from '../../config/schemas/organs.ts';
import type { Role } from '../../domain/case/roles.ts';
import type { ContactRole, Organ } from '../../domain/organs.ts';

/** Somebody who can log in on this machine, by the claims that the province's own provider would give. */
export interface Person {
  readonly sub: string;
  readonly name: string;
  readonly organ: string;
  readonly organName: string;
  readonly role: Role;
}

const POSTS: Readonly<Record<ContactRole, Role>> = {
  handler: 'handler',
  deputy: 'handler',
  leader: 'head',
  duty: 'duty',
  unit: 'reviewer',
  petition: 'petition',
};

/** Everybody on the roster of that province. */
export function peopleOf(province: string): readonly Person[] {
  const path = join(import.meta.dirname, '..', '..', 'config', 'organs', `${province}.json`);
  const { organs } = JSON.parse(readFileSync(path, 'utf8')) as OrgansFile;
  return organs.flatMap(staffOf);
}

const staffOf = ({ id, name: organName, contacts }: Organ): Person[] =>
  contacts.map(({ role, name, sub = `${id}-${role}` }) => ({ sub, name, organ: id, organName, role: POSTS[role] }));
