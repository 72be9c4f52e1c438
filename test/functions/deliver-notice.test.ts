import { describe, expect, it } from 'vitest';
import { memoryDeliveries } from '../../adapters/memory/deliveries.ts';
import type { Address, Notice } from '../../domain/notices/notice.ts';
import { noticesFor } from '../../domain/notices/notices-for.ts';
import { createHandler } from '../../functions/deliver-notice/handler.ts';
import type { SendResult } from '../../usecases/notices/send-notice.ts';
import { caseAfter, registeredAt, swept } from '../support/cases.ts';
import { batchOf, consoleOf, desk } from '../support/messages.ts';
import { beijing } from '../support/rules.ts';
import { rules } from '../support/world.ts';

const { state, events } = caseAfter(registeredAt(beijing('2026-06-01 10:00')), swept(beijing('2026-06-17 09:00')));
const notices = events.flatMap((event) => noticesFor(event, state, rules()));
const [reminder] = notices as [Notice];
const toComplainant: Address[] = [{ transport: 'email', complaint: 'QH-1' }];

function office(result: (to: string) => SendResult = () => ({ kind: 'sent', reference: 'r' })) {
  const sent: string[] = [];
  const send = async (notice: Notice, to: string) => {
    sent.push(`${notice.id} ${to}`);
    return result(to);
  };
  const { letters, setAside } = desk();
  const deliveries = memoryDeliveries();
  const deps = { deliveries, complainantOf: async () => undefined, transports: { email: send, sms: send }, setAside };
  return { sent, letters, deliveries, deps };
}

describe('the notice queue', () => {
  it('takes every notice that the rules can make, and sends each once', async () => {
    const { sent, letters, deps } = office();
    const handler = createHandler(deps);
    for (const _ of ['first', 'again']) {
      expect(await handler(batchOf(notices))).toEqual({ batchItemFailures: [] });
    }
    expect(sent.map((one) => one.split(' ')[0])).toEqual(notices.map(({ id }) => id));
    expect(letters).toEqual([]);
  });

  it('has what is no notice set aside, and sends the one beside it', async () => {
    const { sent, letters, deps } = office();
    const { subject: _, ...cut } = reminder;
    expect(await createHandler(deps)(batchOf(['{', cut, reminder]))).toEqual({ batchItemFailures: [] });
    expect(letters.map(({ reason }) => reason)).toEqual(['SyntaxError', 'ZodError /subject']);
    expect(sent).toHaveLength(1);
  });

  it('gets a notice back while the service is busy, and falls over to the next address on the last receive', async () => {
    const { sent, letters, deliveries, deps } = office((to) =>
      to.includes('@') ? { kind: 'busy', reason: 'Throttling' } : { kind: 'sent', reference: 'r' },
    );
    const handler = createHandler(deps);
    expect(await handler(batchOf([reminder]))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(await handler(batchOf([reminder], { receives: 5 }))).toEqual({ batchItemFailures: [] });
    expect(sent.map((one) => one.split(' ')[1])).toEqual([
      ...['handler@county.example', 'handler@county.example', '13900000601'],
    ]);
    expect(deliveries.byNotice.get(reminder.id)?.attempts.map(({ result }) => result)).toEqual(['busy', 'sent']);
    expect(letters).toEqual([]);
  });

  it('raises an alarm when nobody at the bureaus could be reached, not when a citizen left no address', async () => {
    const { deps } = office(() => ({ kind: 'refused', reason: 'SMTP 550' }));
    const handler = createHandler(deps);
    const staff = await consoleOf(() => handler(batchOf([reminder])));
    const nobody = await consoleOf(() => handler(batchOf([{ ...reminder, id: 'n2', addresses: [] }])));
    const citizen = await consoleOf(() => handler(batchOf([{ ...reminder, id: 'n3', addresses: toComplainant }])));
    expect(staff).toContain('"NoticeUndeliverable":1');
    expect(nobody).toContain('"NoticeUndeliverable":1');
    expect(citizen).not.toContain('NoticeUndeliverable');
    expect(citizen).toContain('"outcome":"no-address"');
  });

  it('raises an alarm when what a citizen must be told was refused', async () => {
    const { deps } = office(() => ({ kind: 'refused', reason: 'SMTP 550' }));
    const reachable = {
      ...deps,
      complainantOf: async () => ({ contact: { email: 'gone@mail.example' }, queryCode: 'CODE1234' }),
    };
    const handler = createHandler(reachable);
    const refused = await consoleOf(() => handler(batchOf([{ ...reminder, id: 'n4', addresses: toComplainant }])));
    expect(refused).toContain('"NoticeUndeliverable":1');
  });
});
