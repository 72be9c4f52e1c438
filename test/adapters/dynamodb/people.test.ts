import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoPeople } from '../../../adapters/dynamodb/people.ts';
import type { PeopleChange } from '../../../usecases/roster/change-people.ts';
import { createCaseTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';
import { beijing } from '../../support/rules.ts';

const TABLE = 'people';
const { service } = dynamoDbForTests();
beforeAll(() => createCaseTable(service.tables, TABLE));
const people = () => dynamoPeople(service.tables, TABLE);

const change = (organ: string, version: number, name: string): PeopleChange => ({
  ...{ organ, version, at: beijing('2026-06-01 10:00'), reason: '调整', before: [] },
  by: { organ, role: 'head', sub: 's', name: 'n' },
  after: [{ role: 'handler', name, phone: '13900000001' }],
});

describe('the people of an organ in the table', () => {
  it('are changed by one of two who saw the same version, and the other is told', async () => {
    const both = await Promise.all(
      [change('race', 1, '甲'), change('race', 1, '乙')].map((one) => people().change(one)),
    );
    expect(both.toSorted()).toEqual([false, true]);
    const kept = await people().read('race');
    expect(Object.keys(kept!).toSorted()).toEqual(['contacts', 'version']);
    expect(kept?.version).toBe(1);
    expect(await people().changes('race')).toHaveLength(1);
  });

  it('are those of the last change, and every change stays, the latest first', async () => {
    for (const [at, name] of ['甲', '乙', '丙'].entries()) await people().change(change('often', at + 1, name));
    expect((await people().all()).get('often')).toEqual(change('often', 3, '丙').after);
    expect((await people().changes('often')).map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(await people().change(change('often', 5, '戊'))).toBe(false);
  });

  it('are counted for the whole province, and the count is none of them', async () => {
    const before = await people().version();
    await people().change(change('counted', 1, '甲'));
    await people().change(change('counted', 2, '乙'));
    expect(await people().version()).toBe(before + 2);
    expect([...(await people().all()).keys()]).not.toContain('#count');
  });

  it('are told without whom only a newer release can read, and each of the others is', async () => {
    const [known] = change('newer', 1, '甲').after;
    const contacts = [known, { ...known, role: 'of-a-newer-release' }];
    await service.tables.send(
      new PutCommand({ TableName: TABLE, Item: { pk: 'PEOPLE', sk: 'newer', version: 1, contacts } }),
    );
    const told: string[] = [];
    const all = await dynamoPeople(service.tables, TABLE, (item) => void told.push(item)).all();
    expect([all.get('newer'), told]).toEqual([[known], ['PEOPLE newer']]);
    await expect(people().read('newer')).rejects.toThrow();
  });

  it('are nobody as long as nothing was changed', async () => {
    expect(await people().read('nowhere')).toBeUndefined();
  });
});
