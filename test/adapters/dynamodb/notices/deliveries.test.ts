import { BatchWriteCommand, DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoDeliveries } from '../../../../adapters/dynamodb/notices/deliveries.ts';
import { deliveryItemOf } from '../../../../adapters/dynamodb/notices/delivery-item.ts';
import type { Notice } from '../../../../domain/notices/notice.ts';
import type { Holder } from '../../../../usecases/notices/delivery/claim-delivery.ts';
import type { Delivery, KnownDelivery } from '../../../../usecases/notices/delivery/delivery.ts';
import { sendNotice } from '../../../../usecases/notices/sending/send-notice.ts';
import { createCaseTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';
import { keeping } from '../../../support/kept.ts';
import { beijing } from '../../../support/rules.ts';

const TABLE = 'notices';
const { service } = dynamoDbForTests();
beforeAll(() => createCaseTable(service.tables, TABLE));

const deliveries = () => dynamoDeliveries(service.tables, TABLE);
let notices = 0;

function newNotice(): Notice {
  notices += 1;
  return {
    id: `QH-1#${notices}#county#handler#email`,
    caseId: 'QH-1',
    at: beijing('2026-06-05 09:30'),
    addresses: [{ transport: 'email', organ: 'county', role: 'handler', to: 'officer@county.example' }],
    subject: '【提醒】QH-1',
    text: '请在期限内办理。',
    sms: { use: 'complainant', values: { receipt: 'QH-1', status: '已受理' } },
  };
}

async function putMany(caseId: string, delivery: Delivery) {
  const items = Array.from({ length: 525 }, () => ({
    PutRequest: { Item: deliveryItemOf({ ...newNotice(), caseId }, delivery) },
  }));
  for (let at = 0; at < items.length; at += 25)
    await service.tables.send(new BatchWriteCommand({ RequestItems: { [TABLE]: items.slice(at, at + 25) } }));
}

const NOW = beijing('2026-06-05 09:31');
const holder = (id: string): Holder => ({ id, now: NOW });
const begun: Delivery = { claimedBy: 'message-1', claimedAt: NOW, state: 'waiting', attempts: [], version: 1 };
const attempt = { transport: 'email', recipient: 'county/handler', result: 'refused', reason: 'SMTP 550' } as const;

const waiting = async (): Promise<KnownDelivery[]> => (await Array.fromAsync(deliveries().waiting())).flat();

describe('the delivery of a notice', () => {
  it('is begun by the first of thirty messages, and the others are shown whose it is', async () => {
    const notice = newNotice();
    const found = await Promise.all(
      Array.from({ length: 30 }, (_, i) => deliveries().claim(notice, holder(`message-${i}`))),
    );
    expect(new Set(found.map(({ claimedBy }) => claimedBy)).size).toBe(1);
  });

  it('comes back as it was left, attempts and all', async () => {
    const notice = newNotice();
    await deliveries().claim(notice, holder('message-1'));
    const after: Delivery = { ...begun, state: 'sending', attempts: [attempt], version: 2 };
    expect(await deliveries().change(notice, begun, after)).toBe(true);
    expect(await deliveries().claim(notice, holder('message-2'))).toEqual(after);
  });

  it('that reached nobody is found by when it ended; one of a complainant who left no address is not', async () => {
    const ended = async (claimedAt: string, attempts: Delivery['attempts']) => {
      const notice = newNotice();
      await deliveries().claim(notice, holder('message-1'));
      await deliveries().change(notice, begun, { ...begun, state: 'failed', claimedAt, attempts, version: 2 });
      return notice.id;
    };
    const [from, until] = ['2026-07-01 00:00', '2026-07-02 00:00'].map(beijing) as [string, string];
    const first = await ended(from, [attempt]);
    await ended(beijing('2026-07-01 09:00'), [{ ...attempt, recipient: 'complainant', result: 'no-address' }]);
    await ended(until, [attempt]);
    const found = await deliveries().missedBetween(from, until);
    expect(found.map(({ notice }) => notice.id)).toEqual([first]);
  });

  it('that was put by is found with all others of its minute, however many', async () => {
    const until = beijing('2026-08-03 08:30');
    const waiting = { importance: 'duty', since: until, until, isPutBy: true } as const;
    await putMany('QH-2', { ...begun, waiting });
    const found = await deliveries().deferredUntil(until);
    expect(found.filter(({ notice }) => notice.caseId === 'QH-2')).toHaveLength(525);
  });

  it.each([
    ['is put by', 'deferredUntil', { state: 'waiting', waiting: { importance: 'duty', isPutBy: true } }],
    ['is in hand', 'inHandSince', { state: 'waiting' }],
  ] as const)('that %s, and only a newer release can read, keeps none behind it waiting', async (_, how, given) => {
    const until = beijing('2020-01-02 08:30');
    const waiting = 'waiting' in given && { waiting: { ...given.waiting, since: until, until } };
    const delivery = { ...begun, claimedAt: until, ...given, ...waiting } as Delivery;
    const [newer, notice] = [newNotice(), newNotice()];
    for (const one of [newer, notice]) {
      const item = deliveryItemOf({ ...one, at: until }, delivery);
      const byNewer = one === newer && { attempts: [{ ...attempt, transport: 'telegraph' }] };
      await service.tables.send(new PutCommand({ TableName: TABLE, Item: { ...item, ...byNewer } }));
    }
    const told: string[] = [];
    const lenient = dynamoDeliveries(service.tables, TABLE, (item) => void told.push(item));
    const pages = await (how === 'deferredUntil' ? lenient[how](until) : Array.fromAsync(lenient[how](until)));
    expect(pages.flat().map(({ notice: { id } }) => id)).toEqual([notice.id]);
    expect(told).toEqual([`CASE#QH-1 NOTICE#${newer.id}`]);
    for (const { id } of [newer, notice])
      await service.tables.send(new DeleteCommand({ TableName: TABLE, Key: { pk: 'CASE#QH-1', sk: `NOTICE#${id}` } }));
  });

  it('that reached nobody is found with all others of its day, however many', async () => {
    const [from, noon, until] = ['2026-08-04 00:00', '2026-08-04 12:00', '2026-08-05 00:00'].map(beijing);
    await putMany('QH-3', { ...begun, state: 'failed', claimedAt: noon!, attempts: [attempt] });
    expect(await deliveries().missedBetween(from!, until!)).toHaveLength(525);
  });

  it('changes once, of all who saw the same', async () => {
    const notice = newNotice();
    await deliveries().claim(notice, holder('message-1'));
    const changes = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        deliveries().change(notice, begun, { ...begun, claimedBy: `message-${i}`, version: 2 }),
      ),
    );
    expect(changes.filter(Boolean)).toHaveLength(1);
    expect(await deliveries().change(notice, begun, { ...begun, state: 'sent' })).toBe(false);
  });

  it('is found while it waits for a transport, the most important first, and of equals the oldest', async () => {
    const wait = async (importance: 'urgent' | 'answer' | 'reminder', at: string) => {
      const notice = { ...newNotice(), at };
      await deliveries().claim(notice, holder('message-1'));
      const waiting = { importance, since: NOW, until: NOW };
      const after = { ...begun, attempts: [{ ...attempt, result: 'busy' as const }], waiting, version: 2 };
      await deliveries().change(notice, begun, after);
      return { notice, after };
    };
    const [later, earlier] = [beijing('2026-06-05 12:00'), beijing('2026-06-05 08:00')];
    const reminder = await wait('reminder', earlier);
    const answer = await wait('answer', later);
    const older = await wait('answer', earlier);
    const urgent = await wait('urgent', later);

    expect((await waiting()).map(({ notice }) => notice.id)).toEqual([
      ...[urgent.notice.id, older.notice.id, answer.notice.id, reminder.notice.id],
    ]);
    expect(await waiting()).toContainEqual({
      notice: { id: answer.notice.id, caseId: 'QH-1', at: later, subject: answer.notice.subject },
      delivery: answer.after,
    });

    for (const { notice, after } of [urgent, older, answer, reminder]) {
      await deliveries().change(notice, after, { ...after, state: 'sent', waiting: undefined, version: 3 });
    }
    expect(await waiting()).toEqual([]);
  });

  it('of an earlier release is read, and goes on', async () => {
    const notice = newNotice();
    const old = { pk: 'CASE#QH-1', sk: `NOTICE#${notice.id}`, at: notice.at, subject: notice.subject };
    const Item = { ...old, claimedBy: 'message-1', state: 'waiting', attempts: [{ ...attempt, result: 'busy' }] };
    await service.tables.send(new PutCommand({ TableName: TABLE, Item }));
    const found = await deliveries().claim(notice, holder('message-2'));
    expect(found).toMatchObject({ claimedBy: 'message-1', claimedAt: notice.at, version: 0 });
    expect(await deliveries().change(notice, found, { ...found, state: 'sent', version: 1 })).toBe(true);
    expect(await deliveries().change(notice, found, { ...found, state: 'failed', version: 1 })).toBe(false);
  });

  it('keeps no address', async () => {
    const { Items } = await service.tables.send(new ScanCommand({ TableName: TABLE }));
    expect(JSON.stringify(Items)).not.toContain('officer@');
    expect(JSON.stringify(Items)).not.toContain('请在期限内办理');
  });

  it('ends in one mail, though twenty functions have the notice in hand at once', async () => {
    const notice = newNotice();
    const mails: string[] = [];
    const email = async (_: Notice, to: string) => {
      mails.push(to);
      return { kind: 'sent' as const, reference: 'r' };
    };
    const deps = {
      ...keeping(),
      deliveries: deliveries(),
      complainantOf: async () => undefined,
      transports: { email, sms: email },
    };
    const send = (id: string) => sendNotice(notice, holder(id), deps).catch(() => 'again');
    await Promise.all(Array.from({ length: 20 }, (_, i) => send(`message-${i % 10}`)));
    expect(mails).toEqual(['officer@county.example']);
    expect(await send('message-3')).toBe('taken');
  });
});
