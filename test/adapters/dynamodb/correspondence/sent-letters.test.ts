import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { dynamoSentLetters } from '../../../../adapters/dynamodb/correspondence/sent-letters.ts';
import { createCorrespondenceTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';
import { beijing } from '../../../support/rules.ts';

const TABLE = 'correspondence';
const { service } = dynamoDbForTests();
beforeAll(() => createCorrespondenceTable(service.tables, TABLE));
const letters = () => dynamoSentLetters(service.tables, TABLE);
const letter = { noticeId: 'QH-1#2#complainant', to: 'li@citizen.example' };

it('a letter of ours is known by its Message-ID, in brackets or without', async () => {
  await letters().remember('<0102abc@ses.example>', letter, beijing('2026-06-01 10:00'));
  expect(await letters().letterOf('0102abc@ses.example')).toEqual(letter);
  expect(await letters().letterOf(' <0102abc@ses.example>')).toEqual(letter);
  expect(await letters().letterOf('<another@ses.example>')).toBeUndefined();
});

it('is forgotten after sixty days, and kept under a name that tells nothing', async () => {
  const { Items = [] } = await service.tables.send(new ScanCommand({ TableName: TABLE }));
  const [letter, ...others] = Items.toSorted((one, other) => one.key.localeCompare(other.key));
  expect(others.map(({ key }) => key)).toEqual([expect.stringMatching(/^THREAD#letters-to#[0-9a-f]{64}$/)]);
  expect(letter!.key).toMatch(/^THREAD#letter#[0-9a-f]{64}$/);
  expect(letter!.expiresAt * 1000).toBe(Date.parse(beijing('2026-07-31 10:00')));
});

it('is found for three days by where it went, with the last others that went there', async () => {
  for (const n of [1, 2, 3, 4, 5, 6])
    await letters().remember(
      `<${n}@ses.example>`,
      { noticeId: `QH-${n}`, to: 'wu@citizen.example' },
      beijing(`2026-06-0${n} 10:00`),
    );
  const found = await letters().recentTo('Wu@Citizen.example', beijing('2026-06-06 11:00'));
  expect(found.map(({ noticeId }) => noticeId)).toEqual(['QH-4', 'QH-5', 'QH-6']);
  expect(await letters().recentTo('wu@citizen.example', beijing('2026-06-09 11:00'))).toEqual([]);
});

const inTheMorning = beijing('2026-06-01 10:00');

/** So many letters to one address, all at the same moment. */
const atOnce = (to: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, n) =>
      letters().remember(`<at-once-${n}-${to}>`, { noticeId: `QH-${n}`, to }, inTheMorning),
    ),
  );

it('is found by where it went also where several go to one address at once', async () => {
  await atOnce('zhao@citizen.example', 3);
  const found = await letters().recentTo('zhao@citizen.example', inTheMorning);
  expect(found.map(({ noticeId }) => noticeId).toSorted()).toEqual(['QH-0', 'QH-1', 'QH-2']);
});

it('is found with four others where thirty go to one mailbox at once, and no more than ten are kept there', async () => {
  await atOnce('office@county.example', 30);
  expect(await letters().recentTo('office@county.example', inTheMorning)).toHaveLength(5);
  const { Items = [] } = await service.tables.send(new ScanCommand({ TableName: TABLE }));
  const kept = Items.find(({ key, to }) => key.startsWith('THREAD#letters-to') && to === 'office@county.example');
  expect(kept?.letters.length).toBeLessThanOrEqual(10);
});
