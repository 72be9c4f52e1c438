import type { Notice, Transport } from '../../domain/notices/notice.ts';
import { createHandler } from '../../functions/deliver-notice/handler.ts';
import { sentAt as timeOf } from '../../functions/shared/time.ts';
import type { Send, SendResult } from '../../usecases/notices/delivery/delivery.ts';
import type { Inquiries } from '../../usecases/notices/transports/inquiry.ts';
import { batchOf, desk } from './messages.ts';
import { resting } from './resting.ts';
import { beijing, noticeHours } from './rules.ts';
import { newWorld, rules } from './world.ts';

export type Fault = Exclude<SendResult, { kind: 'sent' }>;

export const MAIL_AWAY: Fault = { kind: 'busy', reason: 'ECONNREFUSED' };
export const ACCOUNT_EMPTY: Fault = { kind: 'barred', reason: 'isv.AMOUNT_NOT_ENOUGH' };
const MINUTE_MS = 60_000;

/** A province whose transports answer as told, and whose schedule runs every minute; who can be asked is asked. */
export function province(inquiries: Inquiries = {}) {
  const faults = new Map<Transport, Fault>();
  const arrived: {
    readonly at: string;
    readonly transport: Transport;
    readonly to: string;
    readonly notice: Notice;
  }[] = [];
  const asked: Transport[] = [];
  const { letters, setAside } = desk();
  let clock = Date.parse(beijing('2026-06-01 10:00'));
  const by =
    (transport: Transport): Send =>
    async (notice, to, { now }) => {
      asked.push(transport);
      const fault = faults.get(transport);
      if (fault) return fault;
      arrived.push({ at: now, transport, to, notice });
      return { kind: 'sent', reference: notice.id };
    };
  const queued: Notice[] = [];
  // Each goes alone here: what becomes of lists is told in notice-lists.test.ts.
  const put = async (notices: readonly Notice[]) =>
    void queued.push(...notices.map(({ wait: _, ...notice }) => notice));
  const world = newWorld(put);
  const handler = createHandler({
    timeOf,
    cases: world.cases,
    incidents: world.incidents,
    noticeQueue: { send: put },
    ...{ ...world.keep, hours: noticeHours },
    rules: rules(),
    deliveries: world.deliveries,
    setAside,
    complainantOf: world.vault.readContact,
    transports: resting({ email: by('email'), sms: by('sms') }),
    inquiries,
  });
  const states = () => [...world.deliveries.byNotice.values()].map(({ state }) => state);
  return {
    world,
    faults,
    arrived,
    asked,
    letters,
    handler,
    queued,
    states,
    ids: () => arrived.map(({ notice }) => notice.id),
    /** The queue hands out what was put there. */
    deliver: async (receives = 1) => handler(batchOf(queued.splice(0), { sentAt: clock, receives })),
    /** The schedule runs at each minute of these hours, or every so many minutes. */
    async pass(hours: number, minutes = 1) {
      for (const end = clock + hours * 60 * MINUTE_MS; clock < end; ) {
        clock += minutes * MINUTE_MS;
        await handler({ time: new Date(clock).toISOString() });
      }
    },
    /** Runs the schedule once. */
    tick: () => handler({ time: new Date(clock).toISOString() }),
    now: () => new Date(clock).toISOString(),
  };
}

/** What a bad week brings: an emergency, orders, an answer, reminders, and whatever else the ladder of a case sends. */
export async function badWeek({ world }: ReturnType<typeof province>): Promise<void> {
  await world.complain('2026-06-01 10:00', { sourceId: 'form-1' });
  const answered = await world.complain('2026-06-01 10:01', { sourceId: 'form-2' });
  await world.order('2026-06-01 10:02', 'county', answered.receipt, { type: 'accept' });
  await world.sweepUntil('2026-06-20 10:00');
  const explosion = await world.complain('2026-06-20 10:01', { sourceId: 'form-3' });
  await world.order('2026-06-20 10:02', 'county', explosion.receipt, {
    type: 'reclassify',
    types: ['大气'],
    matter: 'odour',
    urgency: 'emergency',
    reason: '爆炸',
  });
}

export const mailOnly = { contact: { email: 'qian@citizen.example' } };
