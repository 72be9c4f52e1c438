import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { dynamoSentLetters } from '../../../adapters/dynamodb/sent-letters.ts';
import { createCorrespondenceTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';
import { beijing } from '../../support/rules.ts';

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
  expect(Items).toHaveLength(1);
  expect(Items[0]!.key).toMatch(/^THREAD#letter#[0-9a-f]{64}$/);
  expect(Items[0]!.expiresAt * 1000).toBe(Date.parse(beijing('2026-07-31 10:00')));
});
