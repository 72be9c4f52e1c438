import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoLists } from '../../../../adapters/dynamodb/cases/lists.ts';
import { dynamoRepeats } from '../../../../adapters/dynamodb/cases/repeats.ts';
import { AS_WRITTEN } from '../../../../domain/ids-of-today.ts';
import { END } from '../../../../domain/lists/listing.ts';
import { ALL } from '../../../../domain/lists/scopes.ts';
import type { FiledCase } from '../../../../usecases/registration/find-repeats.ts';
import { sketched } from '../../../domain/repeats/shipped-rules.ts';
import { createCaseTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';
import { beijing } from '../../../support/rules.ts';

const TABLE = 'repeats';
const { service } = dynamoDbForTests();
beforeAll(() => createCaseTable(service.tables, TABLE));

const repeats = () => dynamoRepeats(service.tables, TABLE);
const filed = (day: number): FiledCase => ({
  caseId: `QH-0000-0000-000${day}`,
  receivedAt: beijing(`2026-06-0${day} 10:00`),
  sketch: sketched('东湖丽景园楼下的烧烤店油烟直排。'),
});

describe('cases that are filed under a name', () => {
  it('are found under it, the latest first and no more than asked for', async () => {
    for (const day of [2, 1, 3]) await repeats().file(['9901#name', '00#name'], filed(day));
    expect(await repeats().recent('9901#name', 2)).toEqual([filed(3), filed(2)]);
    expect(await repeats().recent('00#name', 25)).toHaveLength(3);
    expect(await repeats().recent('9901#other', 25)).toEqual([]);
  });

  it('twice are there once', async () => {
    for (const _ of ['first', 'again']) await repeats().file(['9901#twice'], filed(1));
    expect(await repeats().recent('9901#twice', 25)).toEqual([filed(1)]);
  });

  it('under the rules of another version are passed over', async () => {
    const { sketch, ...rest } = filed(1);
    const Item = { pk: 'REPEAT#9901#old', sk: 'x', ...rest, sketch: { ...sketch, version: 0 } };
    await service.tables.send(new PutCommand({ TableName: TABLE, Item }));
    expect(await repeats().recent('9901#old', 25)).toEqual([]);
  });

  it('hold no word of what was written, and stand in no worklist', async () => {
    await repeats().file(['9901#kept'], filed(1));
    expect(JSON.stringify(await repeats().recent('9901#kept', 1))).not.toMatch(/丽景|烧烤|油烟/);
    const lists = [ALL, { kind: 'led', organ: 'county' } as const];
    const read = lists.map((list) => dynamoLists(service.tables, TABLE, AS_WRITTEN).read(list, '0', END));
    expect((await Promise.all(read)).flatMap(({ entries }) => entries)).toEqual([]);
  });
});
