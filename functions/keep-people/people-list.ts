import { isAbove, type Organs } from '../../domain/organs.ts';
import type { TableRow } from '../../domain/partners/order-list.ts';
import { mayChangePeople } from '../../domain/roster/people.ts';
import { LIST_FAULT_TEXT, peopleInRows } from '../../domain/roster/people-list.ts';
import type { ChangePeopleDeps } from '../../usecases/roster/change-people.ts';
import { type ImportedOrgan, importPeople, previewImport } from '../../usecases/roster/import-people.ts';
import { bodyBytes, readInput, requireMediaType } from '../shared/body.ts';
import { sha256 } from '../shared/digest.ts';
import { json } from '../shared/http.ts';
import { Refusal } from '../shared/problem.ts';
import type { Work } from '../shared/staff/desk.ts';
import { idOf } from '../shared/staff/staff.ts';
import { receivedAt } from '../shared/time.ts';
import { ImportQuery, LIST_TYPES } from './people-list-body.ts';

export interface PeopleListDeps extends ChangePeopleDeps {
  readonly readTable: (
    bytes: Uint8Array,
  ) => Promise<{ kind: 'table'; rows: readonly TableRow[] } | { kind: 'unreadable'; reason: string }>;
}

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
  const found = await previewImport(await peopleIn(bodyBytes(event, MAX_BYTES), top, deps), now, deps);
  const preview = sha256(JSON.stringify(found.map(({ organ, version, contacts }) => [organ, version, contacts])));
  if (query.preview === undefined || found.length === 0) return json(200, report(preview, found));
  if (query.preview !== preview)
    throw new Refusal('stale-people', { detail: '名单或者通讯录与预览时不同，请重新预览' });
  const faults = found.flatMap(({ organ, fault }) =>
    fault === undefined ? [] : `${organs.get(organ)?.name}：${fault}`,
  );
  if (faults.length > 0) throw refused(faults);
  const left = await importPeople(found, query.reason!, staff, now, deps);
  return json(200, report(preview, found, left));
};

async function peopleIn(bytes: Uint8Array, top: string, { readTable, context }: PeopleListDeps) {
  const table = await readTable(bytes);
  if (table.kind === 'unreadable') throw new Refusal('unreadable-list', { detail: table.reason });
  const { people, faults } = peopleInRows(table.rows, idsUnder(top, context.organs));
  if (faults.length > 0) throw refused(faults.map(({ row, wrong }) => `第${row}行：${LIST_FAULT_TEXT[wrong]}`));
  return people;
}

const idsUnder = (top: string, organs: Organs): ReadonlySet<string> =>
  new Set([...organs.keys()].filter((id) => id === top || isAbove(top, id, organs)));

const refused = (details: readonly string[]): Refusal =>
  new Refusal('people-not-allowed', { errors: details.map((detail) => ({ pointer: '', detail })) });

/** `left`: those that somebody else changed at this very moment; undefined as long as nothing is changed. */
const report = (preview: string, found: readonly ImportedOrgan[], left?: readonly string[]) => ({
  preview,
  organs: found.map(({ organ, version: _, contacts, ...changes }) => ({
    ...{ organ, people: contacts.length, ...changes },
    isTaken: left !== undefined && !left.includes(organ),
  })),
});
