import { describe, expect, it } from 'vitest';
import { memoryCaseStore } from '../../adapters/memory/case-store.ts';
import { memoryDeliveries } from '../../adapters/memory/deliveries.ts';
import { memoryIncidents } from '../../adapters/memory/incidents.ts';
import type { Address, Notice } from '../../domain/notices/notice.ts';
import { noticesFor } from '../../domain/notices/notices-for.ts';
import { createHandler } from '../../functions/deliver-notice/handler.ts';
import { sentAt as timeOf } from '../../functions/shared/time.ts';
import type { SendResult } from '../../usecases/notices/delivery/delivery.ts';
import { caseAfter, registeredAt, swept } from '../support/cases.ts';
import { keeping } from '../support/kept.ts';
import { batchOf, consoleOf, desk } from '../support/messages.ts';
import { beijing, noticeHours } from '../support/rules.ts';
import { rules } from '../support/world.ts';

const { state, events } = caseAfter(registeredAt(beijing('2026-06-01 10:00')), swept(beijing('2026-06-17 09:00')));
/** As what waits for nothing. */
const notices = events.flatMap((event) => noticesFor(event, state, rules())).map(({ wait: _, ...notice }) => notice);
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
  const noticeQueue = { send: async () => {} };
  const byClock = { cases: memoryCaseStore(), rules: rules(), incidents: memoryIncidents(), noticeQueue };
  const waiting = { ...keeping(), hours: noticeHours };
  const byQueue = { complainantOf: async () => undefined, transports: { email: send, sms: send }, setAside };
  const deps = { timeOf, deliveries, ...byClock, ...byQueue, ...waiting };
  return { sent, letters, deliveries, deps };
}

const caseOfReminder = { ...memoryCaseStore(), load: async () => state, events: async () => events };

describe('the notice queue', () => {
  it('has a notice in hand since it is worked on, however long its message lay there', async () => {
    const { deliveries, deps } = office();
    const now = beijing('2026-06-17 09:40');
    await createHandler({ ...deps, timeOf: () => now })(batchOf([reminder]));
    expect(deliveries.byNotice.get(reminder.id)).toMatchObject({ claimedAt: now, attempts: [{ at: now }] });
  });

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

  it('gets no notice back that waits for a transport, and sets none aside, be it the first receive or the last', async () => {
    const { sent, letters, deliveries, deps } = office(() => ({ kind: 'busy', reason: 'Throttling' }));
    const handler = createHandler(deps);
    for (const receives of [1, 5]) {
      expect(await handler(batchOf([reminder], { receives }))).toEqual({ batchItemFailures: [] });
    }
    expect(new Set(sent.map((one) => one.split(' ')[1]))).toEqual(new Set(['handler@county.example']));
    expect(deliveries.byNotice.get(reminder.id)).toMatchObject({ state: 'waiting', attempts: [{ result: 'busy' }] });
    expect(letters).toEqual([]);
  });

  it('raises an alarm when nobody knows whether an acknowledgement went, not when its address was made up', async () => {
    const written = async (result: SendResult) => {
      const contact = { email: 'qian@mail.example' };
      const { deps } = office(() => result);
      const handler = createHandler({ ...deps, complainantOf: async () => ({ contact, queryCode: 'CODE1234' }) });
      const receipt = { ...reminder, kind: 'acknowledgement', addresses: toComplainant };
      return consoleOf(async () => {
        for (const _ of ['first', 'again']) await handler(batchOf([receipt]));
      });
    };
    expect(await written({ kind: 'unknown', reason: 'ETIMEDOUT' })).toContain('"AcknowledgementUncertain":1');
    expect(await written({ kind: 'refused', reason: 'SMTP 550' })).not.toContain('Acknowledgement');
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

describe('the run of each minute', () => {
  it.each(['earliestDeferred', 'inHandSince', 'sentUntil'] as const)(
    'sends what waits for a transport though %s fails as a whole, and says so',
    async (broken) => {
      let answer: SendResult = { kind: 'busy', reason: 'ECONNREFUSED' };
      const { sent, deliveries, deps } = office(() => answer);
      const fail = () => {
        throw new Error('broken');
      };
      const handler = createHandler({ ...deps, deliveries: { ...deliveries, [broken]: fail }, cases: caseOfReminder });
      await handler(batchOf([reminder]));
      answer = { kind: 'sent', reference: 'r' };
      const told = await consoleOf(() => handler({ time: beijing('2026-06-17 09:10') }));
      expect([sent.length, told.includes('"NoticeNotRetried":1')]).toEqual([2, true]);
    },
  );
});
