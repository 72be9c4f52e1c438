import { expect, it } from 'vitest';
import { eventsInRecords } from '../../../adapters/dynamodb/cases/stream-events.ts';
import { memoryCaseStore } from '../../../adapters/memory/case-store.ts';
import { memoryDayEntries } from '../../../adapters/memory/day-entries.ts';
import { memoryDeliveries } from '../../../adapters/memory/deliveries.ts';
import { memoryIncidents } from '../../../adapters/memory/incidents.ts';
import { memorySuppressions } from '../../../adapters/memory/suppressions.ts';
import { AS_WRITTEN } from '../../../domain/ids-of-today.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { createHandler as deliverNotice } from '../../../functions/deliver-notice/handler.ts';
import { createHandler as recordBounces } from '../../../functions/record-bounces/handler.ts';
import { createHandler as registerComplaint } from '../../../functions/register-complaint/handler.ts';
import { createHandler as relayEvents } from '../../../functions/relay-events/handler.ts';
import { sentAt as timeOf } from '../../../functions/shared/time.ts';
import { follow, traced, tracedApart, traceId } from '../../../functions/shared/trace.ts';
import { keeping } from '../../support/kept.ts';
import { batchOf, consoleOf, desk, inTime, streamOf } from '../../support/messages.ts';
import { hand, later, order, world } from '../../support/partner-orders.ts';
import { beijing, noticeHours } from '../../support/rules.ts';
import { sesReport } from '../../support/ses.ts';
import { analyse, repeats, rules } from '../../support/world.ts';

const at = beijing('2026-11-23 10:00');
const sentAt = Date.parse(at);
const parsed = (lines: string): Record<string, unknown>[] =>
  lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** All functions that a complaint meets, one after the other, over the same stores. */
function service() {
  const partner = world();
  const { setAside } = desk();
  const now = () => new Date(at);
  const [cases, incidents, deliveries] = [memoryCaseStore(), memoryIncidents(), memoryDeliveries()];
  const queued: Notice[] = [];
  const noticeQueue = { send: async (notices: readonly Notice[]) => void queued.push(...notices) };
  const keep = keeping();
  const told = { cases, incidents, deliveries, noticeQueue, rules: rules(), setAside };
  const send = async () => ({ kind: 'sent' as const, reference: 'r' });
  const delivering = { transports: { email: send, sms: send }, complainantOf: async () => undefined };
  const opening = { complaints: partner.vault, analyse, cases, context: rules(), repeats: repeats(), setAside };
  return {
    partner,
    cases,
    queued,
    register: registerComplaint({ ...opening, fetchLater: async () => {} }),
    relay: relayEvents({
      ...told,
      ...{ eventOf: eventsInRecords(AS_WRITTEN), entries: memoryDayEntries(), registerLater: async () => {}, now },
    }),
    deliver: deliverNotice({ timeOf, ...told, ...keep, ...delivering, hours: noticeHours }),
    heed: recordBounces({ ...told, kept: keep.kept, suppressions: memorySuppressions(), staff: () => new Set() }),
  };
}

/** From the webhook to what the mail host says of the letter that it caused; every line that was logged meanwhile. */
async function wayOf(body: string, all = service()) {
  let answer: Awaited<ReturnType<typeof hand>> | undefined;
  const lines = await consoleOf(async () => {
    answer = await hand(all.partner, body);
    const { receipt } = all.partner.vault.all().at(-1)!;
    await all.register(batchOf([{ receipt }], { sentAt }), inTime);
    for (const { id } of all.cases.all()) await all.relay(streamOf(await all.cases.events(id)));
    await all.deliver(batchOf(all.queued, { sentAt }));
    const report = { to: ['handler@county.example'], notice: all.queued[0]!.id };
    await all.heed(batchOf([sesReport({ bounce: 'Permanent' }, report)], { sentAt }));
  });
  return { all, answer: answer!, lines: parsed(lines) };
}

it('one trace id stands in every line from the webhook to the receipt of a letter, and in the answer', async () => {
  const { answer, lines } = await wayOf(order());
  const { receipt } = answer.json;
  expect(answer.headers['x-trace-id']).toBe(receipt);
  const said = lines.map(({ event }) => event).filter((event) => event !== undefined);
  expect(new Set(said)).toEqual(
    new Set([
      'complaint-taken',
      'complaint-registered',
      'event-relayed',
      ...['notice-put-by', 'notice-handled'].filter((one) => said.includes(one)),
      'mail-feedback',
    ]),
  );
  expect(new Set(lines.map((line) => line.traceId))).toEqual(new Set([receipt]));
});

it('the run stands beside it, so that a line leads to its request or message', async () => {
  const { lines } = await wayOf(order());
  expect(lines.find(({ event }) => event === 'complaint-taken')).toMatchObject({
    run: expect.stringMatching(/^request-/),
  });
  expect(lines.find(({ event }) => event === 'complaint-registered')).toMatchObject({ run: 'm0' });
});

it('what is added to a complaint is a part of its way', async () => {
  const { all, answer } = await wayOf(order());
  const { lines } = await wayOf(later('supplemented', { text: '又排了。' }), all);
  expect(new Set(lines.map((line) => line.traceId))).toEqual(new Set([answer.json.receipt]));
});

it('a refused request is found by the number that its caller reads', async () => {
  const answer = await hand(world(), '{"type":');
  expect(answer.json.traceId).toMatch(/^request-/);
  expect(answer.headers['x-trace-id']).toBe(answer.json.traceId);
});

it('a message that fails leaves its line under its receipt', async () => {
  const { register } = service();
  const lines = await consoleOf(() => register(batchOf([{ receipt: 'QH-NONE' }], { sentAt }), inTime));
  expect(parsed(lines)).toContainEqual(
    expect.objectContaining({ event: 'message-failed', messageId: 'm0', traceId: 'QH-NONE' }),
  );
});

it('runs beside each other, and parts of one run, keep their own', async () => {
  const seen: unknown[] = [];
  const about = async (receipt: string) => {
    follow(receipt);
    await Promise.resolve();
    seen.push(traceId());
  };
  await Promise.all([traced('one', () => about('QH-1')), traced('other', () => about('QH-2'))]);
  await traced('list', async () => {
    await Promise.all(['QH-3', 'QH-4'].map((receipt) => tracedApart(() => about(receipt))));
    seen.push(traceId());
  });
  expect(seen).toEqual(['QH-1', 'QH-2', 'QH-3', 'QH-4', 'list']);
  expect(traceId()).toBeUndefined();
});
