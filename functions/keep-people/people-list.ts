import { mayChangePeople } from '../../domain/roster/people.ts';
import { type ImportedOrgan, importPeople } from '../../usecases/roster/import-people.ts';
import { bodyBytes, readInput, requireMediaType } from '../shared/http/body.ts';
import { json } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import type { Work } from '../shared/staff/desk.ts';
import { idOf } from '../shared/staff/staff.ts';
import { receivedAt } from '../shared/time.ts';
import { faultsIn, listedPeople, type PeopleListDeps } from './listed-people.ts';
import { ImportQuery, LIST_TYPES } from './people-list-body.ts';

/** More than the people of any province. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * A list of people for an organ and all below it: first what it would change, then, with the `preview` that was answered
 * and a reason, the change itself. It is made only while neither the list nor the roster is another than was previewed.
 */
export const takePeopleList: Work<PeopleListDeps> = async (event, staff, deps) => {
  requireMediaType(event, ...LIST_TYPES);
  const query = readInput(ImportQuery, event.queryStringParameters ?? {});
  const [top, now, { organs }] = [idOf(event), receivedAt(event), deps.context];
  if (!organs.has(top)) throw new Refusal('no-such-organ');
  if (!mayChangePeople(staff, top, organs)) throw new Refusal('not-your-organ');
  const listed = await listedPeople(bodyBytes(event, MAX_BYTES), top, now, deps);
  if (listed.kind === 'unreadable') throw new Refusal('unreadable-list', { detail: listed.reason });
  if (listed.kind === 'wrong') throw refused(listed.faults);
  const { found, preview } = listed;
  if (query.preview === undefined || found.length === 0) return json(200, report(preview, found));
  if (query.preview !== preview)
    throw new Refusal('stale-people', { detail: '名单或者通讯录与预览时不同，请重新预览' });
  const faults = faultsIn(found, organs);
  if (faults.length > 0) throw refused(faults);
  const left = await importPeople(found, query.reason!, staff, now, deps);
  return json(200, report(preview, found, left));
};

const refused = (details: readonly string[]): Refusal =>
  new Refusal('people-not-allowed', { errors: details.map((detail) => ({ pointer: '', detail })) });

/**
 * Nobody's name or number. `left`: those that somebody else changed at this very moment; undefined as long as nothing is
 * changed.
 */
const report = (preview: string, found: readonly ImportedOrgan[], left?: readonly string[]) => ({
  preview,
  organs: found.map(({ organ, contacts, added, removed, changed, fault, notes }) => ({
    ...{ organ, people: contacts.length, added, removed, changed, fault, notes },
    isTaken: left !== undefined && !left.includes(organ),
  })),
});
