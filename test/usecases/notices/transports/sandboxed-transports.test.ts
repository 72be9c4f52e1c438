import { expect, it } from 'vitest';
import { memoryDeliveries } from '../../../../adapters/memory/deliveries.ts';
import type { Notice } from '../../../../domain/notices/notice.ts';
import { sendNotice } from '../../../../usecases/notices/sending/send-notice.ts';
import { sandboxed } from '../../../../usecases/notices/transports/sandboxed-transports.ts';
import { keeping } from '../../../support/kept.ts';

const reach = { phones: [], chats: [] };

/** Sends one notice to a complainant who left both a mailbox and a number. */
async function tell(contact: { email: string; phone: string }) {
  const sent: string[] = [];
  const send = async (_: Notice, to: string) => {
    sent.push(to);
    return { kind: 'sent' as const, reference: 'r' };
  };
  const deliveries = memoryDeliveries();
  const notice = {
    id: 'QH-1#2',
    caseId: 'QH-1',
    at: '2026-11-20T13:03:00.000Z',
    subject: '回执',
    text: '已收到',
    addresses: [
      { transport: 'email', complaint: 'QH-1' },
      { transport: 'sms', complaint: 'QH-1' },
    ],
    sms: { use: 'complainant', values: { receipt: 'QH-1', status: '已登记' } },
  } as const satisfies Notice;
  const outcome = await sendNotice(
    notice,
    { id: 'm', now: notice.at },
    {
      ...keeping(),
      deliveries,
      complainantOf: async () => ({ contact, queryCode: 'X7K2M9P4' }),
      transports: sandboxed({ email: send, sms: send }, reach),
    },
  );
  return { outcome, sent, attempts: deliveries.byNotice.get(notice.id)?.attempts };
}

it('a sandbox writes to nobody who could be a person, and records why', async () => {
  expect(await tell({ email: 'qian@qq.com', phone: '13911112222' })).toMatchObject({
    outcome: 'no-address',
    sent: [],
    attempts: [
      { transport: 'email', recipient: 'complainant', result: 'no-address', reason: 'sandbox' },
      { transport: 'sms', recipient: 'complainant', result: 'no-address', reason: 'sandbox' },
    ],
  });
});

it('a sandbox writes to addresses that belong to nobody', async () => {
  expect(await tell({ email: 'qian@citizen.example', phone: '13911112222' })).toMatchObject({
    outcome: 'sent',
    sent: ['qian@citizen.example'],
  });
});
