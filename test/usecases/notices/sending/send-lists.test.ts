import { describe, expect, it } from 'vitest';
import { memoryDeliveries } from '../../../../adapters/memory/deliveries.ts';
import { memoryIncidents } from '../../../../adapters/memory/incidents.ts';
import { noticesFor } from '../../../../domain/notices/notices-for.ts';
import { createHandler } from '../../../../functions/deliver-notice/handler.ts';
import { sentAt as timeOf } from '../../../../functions/shared/time.ts';
import { deferNotice } from '../../../../usecases/notices/delivery/defer-notice.ts';
import { sendLists } from '../../../../usecases/notices/sending/send-lists.ts';
import { caseAfter, registeredAt } from '../../../support/cases.ts';
import { keeping } from '../../../support/kept.ts';
import { desk } from '../../../support/messages.ts';
import { beijing, noticeHours } from '../../../support/rules.ts';
import { rules } from '../../../support/world.ts';

const registered = registeredAt(beijing('2026-06-05 10:00'));
const { registration } = registered.command;
const route = { ...registration.route, assisting: ['city', 'neighbour'] };
const { state, events } = caseAfter({
  ...registered,
  command: { ...registered.command, registration: { ...registration, route } },
});
const assignmentsTo = (organs: ReturnType<typeof rules>['organs']) =>
  noticesFor(events[0]!, state, { ...rules(), organs }).filter(({ wait }) => wait === 'hours');
const assignments = assignmentsTo(rules().organs);
const LIST = beijing('2026-06-05 13:30');

/** Letters to three organs that wait for the list of 13:30. */
async function office(organs = rules().organs) {
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
    ...{ deliveries, ...keeping(), hours: noticeHours, rules: { ...rules(), organs }, incidents: memoryIncidents() },
    ...{ cases: { load, events: async () => events }, complainantOf: async () => undefined },
    ...{ transports: { email: send, sms: send }, hasTime: () => true, onOutcome: () => {} },
    onFailure: (id: string, error: unknown) => expect.fail(`${id} ${error}`),
  };
  for (const notice of assignmentsTo(organs)) await deferNotice(notice, { id: 'queued', now: notice.at }, deps);
  return { deliveries, sent, made, deps };
}

it('what got stuck is taken again, however many wait for a transport that is slow', async () => {
  const { sent, deps, deliveries } = await office();
  const [first, second, stuck] = assignments.map((notice) => [notice, deliveries.byNotice.get(notice.id)!] as const);
  for (const [notice, before] of [first!, second!]) {
    const waiting = { importance: 'urgent', since: LIST, until: LIST } as const;
    await deliveries.change(notice, before, { ...before, waiting, version: before.version + 1 });
  }
  await deliveries.change(stuck![0], stuck![1], { ...stuck![1], waiting: undefined, version: 9 });
  const { setAside } = desk();
  const handler = createHandler({ ...deps, timeOf, setAside, noticeQueue: { send: async () => {} } });
  const context = { getRemainingTimeInMillis: () => 45_000 - 20_000 * sent.length };
  await handler({ time: LIST }, context as never);
  expect(deliveries.byNotice.get(stuck![0].id)?.waiting?.isPutBy).toBe(true);
});

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

it('several organs that read in one mailbox get one letter with what is for each of them', async () => {
  const email = 'office@shared.example';
  const sharing = [...rules().organs].map(([id, organ]) => {
    return [id, { ...organ, contacts: organ.contacts.map((one) => ({ ...one, email })) }] as const;
  });
  const { deliveries, sent, deps } = await office(new Map(sharing));
  await sendLists(LIST, deps);
  expect(sent).toEqual([email]);
  expect([...deliveries.byNotice.values()].map(({ state }) => state)).toEqual(['sent', 'sent']);
});
