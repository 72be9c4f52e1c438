import { describe, expect, it } from 'vitest';
import { memoryDeliveries } from '../../../adapters/memory/deliveries.ts';
import { memoryIncidents } from '../../../adapters/memory/incidents.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { createHandler } from '../../../functions/deliver-notice/handler.ts';
import { sentAt as timeOf } from '../../../functions/shared/time.ts';
import { putBy } from '../../../usecases/notices/put-by.ts';
import { sendLists } from '../../../usecases/notices/send-lists.ts';
import { caseAfter, registeredAt } from '../../support/cases.ts';
import { keeping } from '../../support/kept.ts';
import { desk } from '../../support/messages.ts';
import { beijing, noticeHours } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

const registered = registeredAt(beijing('2026-06-05 10:00'));
const { registration } = registered.command;
const route = { ...registration.route, assisting: ['city', 'neighbour'] };
const { state, events } = caseAfter({
  ...registered,
  command: { ...registered.command, registration: { ...registration, route } },
});
const assignments = noticesFor(events[0]!, state, rules()).filter(({ wait }) => wait === 'hours');
const LIST = beijing('2026-06-05 13:30');

/** Letters to three organs that wait for the list of 13:30. */
async function office() {
  const deliveries = memoryDeliveries();
  const sent: string[] = [];
  const made = { count: 0 };
  const send = async (_: unknown, to: string) => {
    sent.push(to);
    return { kind: 'sent', reference: 'r' } as const;
  };
  const load = async () => {
    made.count += 1;
    return state;
  };
  const deps = {
    ...{ deliveries, ...keeping(), hours: noticeHours, rules: rules(), incidents: memoryIncidents() },
    ...{ cases: { load, events: async () => events }, complainantOf: async () => undefined },
    ...{ transports: { email: send, sms: send }, hasTime: () => true, onOutcome: () => {} },
    onFailure: (id: string, error: unknown) => expect.fail(`${id} ${error}`),
  };
  for (const notice of assignments) await putBy(notice, { id: 'queued', now: notice.at }, deps);
  return { deliveries, sent, made, deps };
}

describe('a list that is too long for one run', () => {
  it('brings some with each run, though making all of it takes longer than a run has', async () => {
    const { sent, made, deps } = await office();
    const run = async () => {
      made.count = 0;
      await sendLists(LIST, { ...deps, hasTime: () => made.count < 1 });
      return sent.length;
    };
    expect([await run(), await run(), await run()]).toEqual([1, 2, 3]);
    expect(new Set(sent).size).toBe(3);
  });

  it('says since when the rest of it has waited', async () => {
    const { deps } = await office();
    const later = beijing('2026-06-05 14:45');
    expect(await sendLists(later, { ...deps, hasTime: () => false })).toBe(LIST);
    expect(await sendLists(later, deps)).toBeUndefined();
  });

  it('leaves time to what waits for a transport', async () => {
    const { sent, deps, deliveries } = await office();
    const [first] = assignments;
    const before = deliveries.byNotice.get(first!.id)!;
    const waiting = { importance: 'urgent', since: LIST, until: LIST } as const;
    await deliveries.change(first!, before, { ...before, waiting, version: before.version + 1 });
    const handler = createHandler({
      ...deps,
      timeOf,
      noticeQueue: { send: async () => {} },
      setAside: desk().setAside,
    });
    const context = { getRemainingTimeInMillis: () => 45_000 };
    await handler({ time: LIST }, context as never);
    expect(sent).toEqual(['handler@county.example']);
  });
});
