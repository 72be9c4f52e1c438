import type { Notice, Transport } from '../../domain/notices/notice.ts';
import { createHandler } from '../../functions/deliver-notice/handler.ts';
import { sentAt as timeOf } from '../../functions/shared/time.ts';
import type { Send, SendResult } from '../../usecases/notices/delivery/delivery.ts';
import { batchOf, desk } from './messages.ts';
import { beijing, inBeijing, noticeHours } from './rules.ts';
import { newWorld, rules } from './world.ts';

export const HANDLER = 'handler@county.example';

/** An office whose notices go through the queue and the schedule; Beijing times. */
export function queueingOffice() {
  const queued: Notice[] = [];
  const arrived: {
    readonly at: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly next: string;
  }[] = [];
  const world = newWorld(async (notices) => void queued.push(...notices));
  const fault: { mail?: SendResult | undefined; sms?: SendResult | undefined; isKilled?: boolean } = {};
  const by =
    (transport: Transport): Send =>
    async (notice, to, { now }) => {
      if (fault.isKilled) throw new Error('killed');
      if (transport === 'email' && fault.mail) return fault.mail;
      if (transport === 'sms' && fault.sms) return fault.sms;
      const next = notice.sms.use === 'staff' ? notice.sms.values.next : '';
      arrived.push({ at: inBeijing(now), to, subject: notice.subject, text: notice.text, next });
      return { kind: 'sent', reference: notice.id };
    };
  const deps = {
    ...{ cases: world.cases, incidents: world.incidents, deliveries: world.deliveries, rules: rules() },
    ...{ ...world.keep, hours: noticeHours, setAside: desk().setAside },
    noticeQueue: { send: async (notices: readonly Notice[]) => void queued.push(...notices) },
    ...{ timeOf, complainantOf: world.vault.readContact },
    transports: { email: by('email'), sms: by('sms') },
  };
  const handler = createHandler(deps);
  const deliver = (at: string) => handler(batchOf(queued.splice(0), { sentAt: Date.parse(beijing(at)) }));
  return {
    ...{ world, deps, fault, queued, deliver },
    /** Complaints that come one after the other at that time. */
    async complain(at: string, count = 1) {
      const receipts: string[] = [];
      for (let n = 0; n < count; n += 1) {
        const { receipt } = await world.complain(at, { sourceId: `form ${at} ${n}`, contact: {} });
        receipts.push(receipt);
        await deliver(at);
      }
      return receipts;
    },
    /** Every rung that is due at that moment. */
    async sweep(at: string) {
      await world.sweepOnce(at);
      await deliver(at);
    },
    /** One run of the schedule. */
    run: (at: string) => handler({ time: beijing(at) }),
    /** What that mailbox has got: when, and the subject without numbers of cases. */
    mailbox: (to: string) =>
      arrived.filter((one) => one.to === to).map(({ at, subject }) => `${at} ${subject.replace(/QH-\S+ /, '')}`),
    arrived,
  };
}

/** Cases that have been assigned; their first reminder is found at half past nine on 11 June, a Thursday. */
export async function assigned(count: number) {
  const here = queueingOffice();
  const receipts = await here.complain('2026-06-01 10:00', count);
  await here.run('2026-06-01 13:30');
  await here.sweep('2026-06-05 08:15');
  await here.run('2026-06-05 08:30');
  here.arrived.splice(0);
  return { here, receipts };
}
