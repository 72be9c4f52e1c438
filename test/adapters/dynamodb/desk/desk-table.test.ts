import { beforeAll, expect, it } from 'vitest';
import { dynamoDesk } from '../../../../adapters/dynamodb/desk/desk.ts';
import { dynamoSavedLists } from '../../../../adapters/dynamodb/desk/desk-lists.ts';
import { dynamoReceptions } from '../../../../adapters/dynamodb/desk/desk-receptions.ts';
import { AS_WRITTEN } from '../../../../domain/ids-of-today.ts';
import { createDeskTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';
import { organs } from '../../../support/rules.ts';

const TABLE = 'desk';
const { service } = dynamoDbForTests();
beforeAll(() => createDeskTable(service.tables, TABLE));

const OVERDUE = { name: '超期的', list: '?tab=overdue' };
const TODAY = { name: '今天的', list: '?tab=today' };

it('keeps the lists of each person, in their order, for them alone', async () => {
  const saved = dynamoSavedLists(service.tables, TABLE);
  expect(await saved.of('u-1')).toMatchObject({ lists: [], version: 0 });
  expect(await saved.put('u-1', [OVERDUE], 0)).toBe(true);
  expect(await saved.put('u-1', [OVERDUE, TODAY], 1)).toBe(true);
  expect(await saved.of('u-1')).toMatchObject({ lists: [OVERDUE, TODAY], version: 2 });
  expect((await saved.of('u-2')).lists).toEqual([]);
});

it('writes over nothing that was changed in another window', async () => {
  const saved = dynamoSavedLists(service.tables, TABLE);
  await saved.put('u-3', [OVERDUE], 0);
  expect([await saved.put('u-3', [TODAY], 0), await saved.put('u-3', [TODAY], 5)]).toEqual([false, false]);
  expect((await saved.of('u-3')).lists).toEqual([OVERDUE]);
});

it('keeps what was typed for its person and path, for a day', async () => {
  const { drafts } = dynamoDesk(service.tables, TABLE, AS_WRITTEN);
  await drafts.keep('u-1', '/desk/enter', 'text=a', '2026-06-01T01:00:00.000Z');
  const found = async (sub: string, at: string) => await drafts.find(sub, '/desk/enter', at);
  expect(await found('u-1', '2026-06-01T22:00:00.000Z')).toBe('text=a');
  expect(await found('u-1', '2026-06-02T02:00:00.000Z')).toBeUndefined();
  expect(await found('u-2', '2026-06-01T02:00:00.000Z')).toBeUndefined();
});

it('knows whoever is logged in by the id that their organ has since it was renamed', async () => {
  const staff = { kind: 'staff', organ: 'county', role: 'head', name: '周局长', sub: 'u-4' } as const;
  const at = '2026-06-01T01:00:00.000Z';
  await dynamoDesk(service.tables, TABLE, AS_WRITTEN).sessions.open({ key: 'k-4', staff, startedAt: at, seenAt: at });
  const renamed = { ...organs.get('county')!, id: 'east-county', formerIds: ['county'] };
  const { sessions } = dynamoDesk(service.tables, TABLE, { organs: new Map([[renamed.id, renamed]]) });
  expect((await sessions.find('k-4'))?.staff).toEqual({ ...staff, organ: 'east-county' });
});

it('keeps a reception day of an organ, and writes over nothing that a colleague changed', async () => {
  const receptions = dynamoReceptions(service.tables, TABLE);
  const appointments = [{ time: '09:30', caseId: 'QH-260601-AAAA-BBBB', people: 2 }];
  const changed = { changedBy: '马接待', changedAt: '2026-06-01T01:00:00.000Z' };
  const day = { leader: '周局长', appointments, ...changed };
  expect(await receptions.put('county', '2026-06-02', { ...day, version: 1 })).toBe(true);
  expect(await receptions.put('county', '2026-06-02', { ...day, leader: '别人', version: 1 })).toBe(false);
  expect(await receptions.put('county', '2026-06-02', { ...day, place: '一楼', version: 2 })).toBe(true);
  expect(await receptions.find('county', '2026-06-02')).toMatchObject({ ...day, place: '一楼', version: 2 });
  expect(await receptions.find('county', '2026-06-03')).toBeUndefined();
});
