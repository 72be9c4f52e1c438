import { beforeAll, expect, it } from 'vitest';
import { dynamoAccessReader, dynamoAccessRecord } from '../../../adapters/dynamodb/access-record.ts';
import type { Access } from '../../../domain/audit/access.ts';
import { AS_WRITTEN } from '../../../domain/ids-of-today.ts';
import { placeOf } from '../../../usecases/audit/access-record.ts';
import { createAccessTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';

const TABLE = 'access';
const { service, calls } = dynamoDbForTests();
beforeAll(() => createAccessTable(service.tables, TABLE));

const viewed = (n: number, changes: Partial<Access> = {}): Access => ({
  what: 'case-viewed',
  view: 'case',
  caseId: 'QH-1',
  ...{ sub: 'u-1', organ: 'county', role: 'head', at: `2026-06-01T0${n}:00:00.000Z`, traceId: `t-${n}` },
  ...changes,
});
const put = (access: Access) => dynamoAccessRecord(service.tables, TABLE).put(access);
const read = (whose: { sub: string } | { caseId: string }, from = '2026', before = '2027') =>
  Array.fromAsync(dynamoAccessReader(service.tables, TABLE, AS_WRITTEN).of(whose, from, before));

it('keeps what each person saw, and finds it by person and by case, the latest first', async () => {
  const list = viewed(3, { what: 'list-read', view: 'organ/all', caseId: undefined });
  const other = viewed(4, { sub: 'u-2' });
  for (const one of [viewed(1), viewed(2), list, other]) await put(one);
  const { caseId: _, ...bare } = list;
  expect(await read({ sub: 'u-1' })).toEqual([bare, viewed(2), viewed(1)]);
  expect(await read({ caseId: 'QH-1' })).toEqual([other, viewed(2), viewed(1)]);
});

it('gives those from one place on and before another', async () => {
  expect(await read({ sub: 'u-1' }, viewed(1).at, placeOf(viewed(2)))).toEqual([viewed(1)]);
});

it('writes over nothing', async () => {
  await put(viewed(1, { organ: 'elsewhere' }));
  expect((await read({ sub: 'u-1' })).at(-1)).toEqual(viewed(1));
});

it('costs two units for a view of a case and one for a list, as its decision says', async () => {
  calls.forget();
  await put(viewed(5));
  await put(viewed(6, { what: 'list-read', caseId: undefined }));
  expect(calls.units.map(({ total }) => total)).toEqual([2, 1]);
});
