import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoDeliveries } from '../../../adapters/dynamodb/deliveries.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { type Delivery, sendNotice } from '../../../usecases/notices/send-notice.ts';
import { createCaseTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';
import { beijing } from '../../support/rules.ts';

const TABLE = 'notices';
const { service } = dynamoDbForTests();
beforeAll(() => createCaseTable(service.tables, TABLE));

const deliveries = () => dynamoDeliveries(service.tables, TABLE);
let notices = 0;

function newNotice(): Notice {
  notices += 1;
  return {
    ...{ id: `QH-1#${notices}#county#handler#email`, caseId: 'QH-1', at: beijing('2026-06-05 09:30') },
    addresses: [{ transport: 'email', organ: 'county', role: 'handler', to: 'officer@county.example' }],
    ...{ subject: '【提醒】QH-1', text: '请在期限内办理。' },
    sms: { use: 'complainant', values: { receipt: 'QH-1', status: '已受理' } },
  };
}

const begun: Delivery = { claimedBy: 'message-1', state: 'waiting', attempts: [] };
const attempt = { transport: 'email', recipient: 'county/handler', result: 'refused', reason: 'SMTP 550' } as const;

describe('the delivery of a notice', () => {
  it('is begun by the first of thirty messages, and the others are shown whose it is', async () => {
    const notice = newNotice();
    const found = await Promise.all(Array.from({ length: 30 }, (_, i) => deliveries().claim(notice, `message-${i}`)));
    expect(new Set(found.map(({ claimedBy }) => claimedBy)).size).toBe(1);
  });

  it('comes back as it was left, attempts and all', async () => {
    const notice = newNotice();
    await deliveries().claim(notice, 'message-1');
    const after: Delivery = { claimedBy: 'message-1', state: 'sending', attempts: [attempt] };
    expect(await deliveries().change(notice, begun, after)).toBe(true);
    expect(await deliveries().claim(notice, 'message-2')).toEqual(after);
  });

  it('changes once, of all who saw the same', async () => {
    const notice = newNotice();
    await deliveries().claim(notice, 'message-1');
    const changes = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        deliveries().change(notice, begun, { claimedBy: `message-${i}`, state: 'sending', attempts: [] }),
      ),
    );
    expect(changes.filter(Boolean)).toHaveLength(1);
    expect(await deliveries().change(notice, begun, { ...begun, state: 'sent' })).toBe(false);
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
    const deps = { deliveries: deliveries(), complainantOf: async () => undefined, transports: { email, sms: email } };
    const send = (id: string) => sendNotice(notice, { id, isLastTry: false }, deps).catch(() => 'again');
    await Promise.all(Array.from({ length: 20 }, (_, i) => send(`message-${i % 10}`)));
    expect(mails).toEqual(['officer@county.example']);
    expect(await send('message-3')).toBe('taken');
  });
});
