import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrgansFile } from '../../config/schemas/organs.ts';
import { ROLES, type Role } from '../../domain/case/rights/roles.ts';
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

/** Roles that no roster names, since no notice goes to them: somebody of each may log in at every environment bureau. */
const BESIDES: readonly Role[] = ['reviewer', 'petition', 'supervisor', 'publicity', 'auditor', 'ops'];

/** Everybody on the roster of that province, and at environment bureaus somebody of every role. */
export function peopleOf(province: string): readonly Person[] {
  const path = join(import.meta.dirname, '..', '..', 'config', 'organs', `${province}.json`);
  const { organs } = JSON.parse(readFileSync(path, 'utf8')) as OrgansFile;
  return organs.flatMap(staffOf);
}

function staffOf({ id, name: organName, department, contacts }: Organ): Person[] {
  // Without a leader the deputy signs; else nobody there could.
  const headedBy = contacts.some(({ role }) => role === 'leader') ? 'leader' : 'deputy';
  const named = contacts.map(({ role, name, sub = `${id}-${role}` }) => ({
    ...{ sub, name },
    role: role === headedBy ? POSTS.leader : POSTS[role],
  }));
  const missing = department === 'ecology' ? BESIDES.filter((role) => !named.some((one) => one.role === role)) : [];
  const others = missing.map((role) => ({ sub: `${id}-${role}`, name: ROLES[role], role }));
  return [...named, ...others].map((one) => ({ ...one, organ: id, organName }));
}

/** Of a county's environment bureau somebody of every role, the handler first; then the desk that distributes. */
export const firstOf = (people: readonly Person[]): readonly Person[] =>
  [...FIRST.map((role) => `linhe-ecology-${role}`), 'qinghe-desk-handler'].flatMap(
    (sub) => people.find((person) => person.sub === sub) ?? [],
  );

/** Two colleagues to begin with, as a sentence names them. */
export function whoLogsIn(people: readonly Person[]): string {
  const first = firstOf(people)[0] ?? people.find(({ role }) => role === 'handler') ?? people[0]!;
  const colleagues = [...firstOf(people), ...people].filter(({ organ }) => organ === first.organ).slice(0, 2);
  return `${colleagues.map(({ name }) => name).join(' or ')} of ${first.organName}`;
}

const FIRST = ['handler', 'leader', 'reviewer', 'petition', 'duty', 'auditor'];
