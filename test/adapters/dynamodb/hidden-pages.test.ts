import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoCaseStore } from '../../../adapters/dynamodb/case-store.ts';
import { dynamoWorklists } from '../../../adapters/dynamodb/worklists.ts';
import type { Case } from '../../../domain/case/case.ts';
import { commandCase } from '../../../usecases/cases/command-case.ts';
import { registration } from '../../support/cases.ts';
import { createCaseTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';
import { beijing, contextAt } from '../../support/rules.ts';

const { service } = dynamoDbForTests();
const at = beijing('2026-06-01 10:00');
const COUNT = 120;

/** Every page of the county's list, without those that are hidden. */
async function pages(isHidden?: (state: Case) => boolean) {
  const found: { ids: string[]; endsWith: string | undefined }[] = [];
  let cursor: string | undefined;
  do {
    const page = await dynamoWorklists(service.tables, 'hidden').read({ organ: 'county', isHidden, cursor });
    ({ cursor } = page);
    found.push({
      ids: page.cases.map(({ id }) => id),
      endsWith: cursor && Buffer.from(cursor, 'base64url').toString(),
    });
  } while (cursor !== undefined);
  return found;
}

describe('the list of an organ, for whom some of its cases are hidden from', () => {
  let order: string[] = [];

  beforeAll(async () => {
    await createCaseTable(service.tables, 'hidden');
    const store = dynamoCaseStore(service.tables, 'hidden');
    const receipts = Array.from({ length: COUNT }, (_, index) => `QH-HIDDEN-${1000 + index}`);
    const register = (receipt: string) =>
      commandCase(receipt, { type: 'register', registration: registration(at, { receipt }) }, contextAt(at), store);
    await Promise.all(receipts.map(register));
    order = (await pages()).flatMap(({ ids }) => ids);
    expect(order.toSorted()).toEqual(receipts);
  });

  it.each([
    ['a page and more at the beginning', (index: number) => index < 70],
    ['a page and more in the middle', (index: number) => index >= 20 && index < 110],
    ['a page and more at the end', (index: number) => index >= 60],
    ['every second one', (index: number) => index % 2 === 0],
    ['all but the last', (index: number) => index < COUNT - 1],
    ['all', () => true],
  ])('where that is %s, holds the others once each, and no cursor names a hidden one', async (_, isAway) => {
    const hidden = order.filter((__, index) => isAway(index));
    const found = await pages(({ id }) => hidden.includes(id));
    expect(found.flatMap(({ ids }) => ids)).toEqual(order.filter((id) => !hidden.includes(id)));
    for (const { endsWith = '' } of found) expect(hidden.filter((id) => endsWith.includes(id))).toEqual([]);
    expect(found.slice(0, -1).every(({ ids }) => ids.length > 0)).toBe(true);
  });
});
