import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { dynamoKeptNotices } from '../../../../adapters/dynamodb/notices/kept-notices.ts';
import type { HandOver } from '../../../../domain/notices/delivery/hand-over.ts';
import { createNoticeTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';
import { beijing } from '../../../support/rules.ts';

const TABLE = 'kept';
const { service, calls } = dynamoDbForTests();
beforeAll(() => createNoticeTable(service.tables, TABLE));
beforeEach(() => calls.forget());

const kept = () => dynamoKeptNotices(service.tables, TABLE, 10);
const handOver = (changes: Partial<HandOver> = {}): HandOver => ({
  noticeId: 'QH-1#2#county#handler#email',
  caseId: 'QH-1',
  number: 0,
  at: beijing('2026-06-05 09:30'),
  to: { transport: 'email', organ: 'county', role: 'handler', to: 'officer@county.example' },
  subject: '【提醒】QH-1',
  text: '请在期限内办理。'.repeat(60),
  template: 'reminder',
  version: '3f2a',
  about: ['QH-1#2'],
  ...changes,
});

it('what was handed over of a notice comes back as it was, and nothing of a notice whose id begins alike', async () => {
  const first = handOver();
  const second = handOver({ number: 1, to: { transport: 'sms', complaint: 'QH-1' }, subject: undefined });
  const { subject: _, ...asKept } = second;
  for (const one of [second, first, handOver({ noticeId: `${first.noticeId}#2` })]) await kept().keep(one);
  expect(await kept().of(first.noticeId)).toEqual([first, asKept]);
  expect(await kept().of('QH-1#99#complainant')).toEqual([]);
});

it('what was handed over of all notices of a case is found by the case, and nothing of another', async () => {
  const ofCase = [1, 2].map((seq) =>
    handOver({ noticeId: `QH-5#${seq}#complainant`, caseId: 'QH-5', subject: '告知' }),
  );
  for (const one of [...ofCase, handOver({ noticeId: 'QH-55#1#complainant' })]) await kept().keep(one);
  expect(await kept().ofCase('QH-5')).toEqual(ofCase);
});

it('is forgotten when the records of the province are, two years for the case itself added', async () => {
  const noticeId = 'QH-2#1#complainant';
  await kept().keep(handOver({ noticeId }));
  const { Items = [] } = await service.tables.send(new ScanCommand({ TableName: TABLE }));
  const { expiresAt } = Items.find((item) => item.noticeId === noticeId)!;
  expect(new Date(expiresAt * 1_000).toISOString().slice(0, 7)).toBe('2038-06');
});

it('a letter of ordinary length costs one write of two units', async () => {
  await kept().keep(handOver({ noticeId: 'QH-3#1#complainant' }));
  expect(calls.units).toEqual([{ command: 'PutItemCommand', total: 2 }]);
});
