import { describe, expect, it } from 'vitest';
import type { Notice, Transport } from '../../domain/notices/notice.ts';
import { createHandler } from '../../functions/deliver-notice/handler.ts';
import { sentAt as timeOf } from '../../functions/shared/time.ts';
import { byMail } from '../../usecases/notices/bounce-from-ses.ts';
import type { Send, SendResult } from '../../usecases/notices/delivery.ts';
import { heedReceipt } from '../../usecases/notices/heed-receipt.ts';
import { batchOf, desk } from '../support/messages.ts';
import { beijing, inBeijing, noticeHours } from '../support/rules.ts';
import { newWorld, rules } from '../support/world.ts';

const HANDLER = 'handler@county.example';

/** An office whose notices go through the queue and the schedule; Beijing times. */
function office() {
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

const caseOf = ({ noticeId }: { readonly noticeId: string }) => noticeId.split('#')[0]!;

/** Cases that have been assigned; their first reminder is found at half past nine on 11 June, a Thursday. */
async function assigned(count: number) {
  const here = office();
  const receipts = await here.complain('2026-06-01 10:00', count);
  await here.run('2026-06-01 13:30');
  await here.sweep('2026-06-05 08:15');
  await here.run('2026-06-05 08:30');
  here.arrived.splice(0);
  return { here, receipts };
}

async function threeReminders() {
  const { here, receipts } = await assigned(3);
  await here.sweep('2026-06-11 09:30');
  return { here, receipts };
}

describe('rungs of several cases that are due at the same moment', () => {
  it('are kept for each case with what the letter said of it, and nothing of the others', async () => {
    const { here, receipts } = await threeReminders();
    await here.run('2026-06-11 09:35');
    const parts = here.world.keep.kept
      .all()
      .filter(({ letter, at }) => letter !== undefined && at >= beijing('2026-06-11 00:00'));
    const [list] = here.arrived;
    expect(parts.map(caseOf).toSorted()).toEqual(receipts.toSorted());
    expect(new Set(parts.map(({ letter }) => letter))).toEqual(new Set([parts[0]!.noticeId]));
    for (const part of parts) {
      const { subject, text } = part;
      expect([subject, receipts.filter((receipt) => text.includes(receipt))]).toEqual([list!.subject, [caseOf(part)]]);
      for (const paragraph of text.split('\n\n')) expect(list!.text).toContain(paragraph);
    }
  });

  it('are one letter to one mailbox within five minutes, with every case in it', async () => {
    const { here, receipts } = await assigned(3);
    await here.sweep('2026-06-11 09:30');
    await here.run('2026-06-11 09:34');
    expect(here.mailbox(HANDLER)).toEqual([]);
    await here.run('2026-06-11 09:35');
    expect(here.mailbox(HANDLER)).toEqual(['2026-06-11 09:35 【清单】6月11日09:35 共3件：提醒3件']);
    for (const receipt of receipts) expect(here.arrived[0]?.text).toContain(receipt);
    await here.run('2026-06-11 09:36');
    expect(here.mailbox(HANDLER)).toHaveLength(1);
  });

  it('are an ordinary letter where there is only one', async () => {
    const { here } = await assigned(1);
    await here.sweep('2026-06-11 09:30');
    await here.run('2026-06-11 09:35');
    expect(here.mailbox(HANDLER)).toHaveLength(1);
    expect(here.mailbox(HANDLER)[0]).toContain('【提醒】');
  });

  it('leave out what was done in the five minutes', async () => {
    const { here, receipts } = await threeReminders();
    await here.world.order('2026-06-11 09:32', 'county', receipts[1]!, { type: 'accept' });
    here.queued.splice(0);
    await here.run('2026-06-11 09:35');
    expect(here.mailbox(HANDLER)).toEqual(['2026-06-11 09:35 【清单】6月11日09:35 共2件：提醒2件']);
    expect(here.arrived[0]?.text).not.toContain(receipts[1]);
    expect([...here.world.deliveries.byNotice.values()].map(({ state }) => state)).toContain('needless');
  });

  it('wait together for a mail host that is away, and arrive once', async () => {
    const { here } = await threeReminders();
    here.fault.mail = { kind: 'busy', reason: 'ECONNREFUSED' };
    for (const at of ['09:35', '09:40', '09:45']) await here.run(`2026-06-11 ${at}`);
    here.fault.mail = undefined;
    for (const at of ['09:50', '09:55', '10:00']) await here.run(`2026-06-11 ${at}`);
    expect(here.mailbox(HANDLER)).toEqual(['2026-06-11 09:50 【清单】6月11日09:50 共3件：提醒3件']);
  });

  it('go on together to the next address where the mailbox refuses mail', async () => {
    const { here } = await threeReminders();
    here.fault.mail = { kind: 'refused', reason: '550' };
    await here.run('2026-06-11 09:35');
    await here.run('2026-06-11 09:40');
    expect(here.arrived).toMatchObject([{ to: expect.stringMatching(/^1390/), next: '另有2件，请看邮箱' }]);
    const ladder = [...here.world.deliveries.byNotice.values()].filter(({ waiting }) => waiting);
    expect(ladder).toEqual([]);
  });

  it('go on to the next address together where the number has had its text messages of the day', async () => {
    const { here } = await threeReminders();
    here.fault.mail = { kind: 'refused', reason: '550' };
    here.fault.sms = { kind: 'later', reason: 'the number has had its text messages of the day' };
    await here.run('2026-06-11 09:35');
    here.fault.mail = undefined;
    for (const at of ['09:40', '09:45']) await here.run(`2026-06-11 ${at}`);
    expect(here.arrived.map(({ to }) => to)).toEqual(['duty@county.example']);
  });

  it('are not sent there twice when the function dies while it sends them', async () => {
    const { here } = await threeReminders();
    here.fault.isKilled = true;
    await here.run('2026-06-11 09:35');
    here.fault.isKilled = false;
    await here.run('2026-06-11 09:36');
    expect(here.arrived).toEqual([]);
    for (const at of ['09:41', '09:42']) await here.run(`2026-06-11 ${at}`);
    expect(here.mailbox(HANDLER)).toEqual([]);
    expect(here.arrived).toHaveLength(3);
  });

  it('all go to the next address when their letter comes back', async () => {
    const { here } = await threeReminders();
    await here.run('2026-06-11 09:35');
    const carrier = [...here.world.deliveries.byNotice].find(([, { attempts }]) => attempts[0]?.with)!;
    const returned = { kind: 'returned', at: beijing('2026-06-11 09:36') } as const;
    expect(
      await heedReceipt(
        carrier[0],
        byMail((to) => to === HANDLER),
        { receipt: returned, now: returned.at },
        here.deps,
      ),
    ).toBe('queued');
    await here.deliver('2026-06-11 09:37');
    expect(here.arrived.slice(1)).toHaveLength(3);
    expect(here.mailbox(HANDLER)).toHaveLength(1);
  });
});

describe('what comes outside working hours', () => {
  it('waits for the list of the next working day: Friday night for Monday', async () => {
    const here = office();
    await here.complain('2026-06-05 20:00', 2);
    await here.run('2026-06-06 09:05');
    expect(here.mailbox(HANDLER)).toEqual([]);
    await here.run('2026-06-08 09:05');
    expect(here.mailbox(HANDLER)).toEqual(['2026-06-08 09:05 【清单】6月8日09:05 共2件：交办2件']);
  });

  it('comes with the next list of a make-up day, a Sunday on which people work', async () => {
    const here = office();
    await here.complain('2026-09-20 10:00');
    await here.run('2026-09-20 13:30');
    expect(here.mailbox(HANDLER)).toHaveLength(1);
  });

  it('waits through National Day', async () => {
    const here = office();
    await here.complain('2026-10-01 10:00');
    await here.run('2026-10-07 09:05');
    expect(here.mailbox(HANDLER)).toEqual([]);
    await here.run('2026-10-08 09:05');
    expect(here.mailbox(HANDLER)).toHaveLength(1);
  });
});

describe('letters that can wait', () => {
  it('reach a mailbox as one, with the next list of the day, and three times a day at most', async () => {
    const here = office();
    await here.complain('2026-06-01 10:00', 8);
    expect(here.mailbox(HANDLER)).toEqual([]);
    await here.run('2026-06-01 13:30');
    expect(here.mailbox(HANDLER)).toEqual(['2026-06-01 13:30 【清单】6月1日13:30 共8件：交办8件']);
    for (const at of ['14:00', '15:00', '17:30']) await here.complain(`2026-06-01 ${at}`);
    for (const at of ['2026-06-01 17:00', '2026-06-02 08:30']) await here.run(at);
    expect(here.mailbox(HANDLER).slice(1)).toEqual([
      '2026-06-01 17:00 【清单】6月1日17:00 共2件：交办2件',
      expect.stringContaining('2026-06-02 08:30 【交办】'),
    ]);
  });

  it('ask for nothing that was decided while they waited', async () => {
    const here = office();
    const [receipt] = await here.complain('2026-06-01 10:00');
    await here.world.order('2026-06-02 09:00', 'county/handler', receipt!, { type: 'accept' });
    const answer = '经查属实，工地夜间施工未取得证明，已责令停工并立案。';
    const proposal = { type: 'propose-closing', answer } as const;
    expect(await here.world.order('2026-06-02 10:00', 'county/handler', receipt!, proposal)).toMatchObject({
      kind: 'done',
    });
    await here.deliver('2026-06-02 10:00');
    await here.world.order('2026-06-02 11:00', 'county/reviewer', receipt!, { type: 'close' });
    await here.deliver('2026-06-02 11:00');
    here.arrived.splice(0);
    await here.run('2026-06-02 13:30');
    expect(here.mailbox('leader@county.example')).toEqual([]);
    const of = [...here.world.deliveries.byNotice].filter(([id]) => id.includes('leader'));
    expect(of.map(([, { state }]) => state)).toEqual(['needless']);
  });

  it('do not tell of a right that is about to lapse, unless there is a letter anyway', async () => {
    const here = office();
    await here.complain('2026-06-01 10:00');
    await here.run('2026-06-01 13:30');
    await here.sweep('2026-06-05 08:15');
    await here.complain('2026-06-05 08:20');
    await here.run('2026-06-05 08:30');
    expect(here.mailbox(HANDLER)[1]).toContain('【清单】6月5日08:30 共2件：交办1件、提醒1件');
    const alone = await assigned(1);
    expect(alone.here.arrived).toEqual([]);
    await alone.here.run('2026-06-05 09:00');
    expect(alone.here.mailbox(HANDLER)).toEqual([]);
  });

  it('are fifty in one list at most', async () => {
    const here = office();
    await here.complain('2026-06-01 20:00', 120);
    await here.run('2026-06-02 09:05');
    expect(here.mailbox(HANDLER).map((one) => /共\d+件/.exec(one)?.[0])).toEqual(['共50件', '共50件', '共20件']);
  });

  it('are put by once, however often the queue hands them out', async () => {
    const here = office();
    await here.world.complain('2026-06-01 20:00', { contact: {} });
    const again = [...here.queued];
    await here.deliver('2026-06-01 20:00');
    here.queued.push(...again);
    await here.deliver('2026-06-01 20:00');
    for (const at of ['09:05', '09:06']) await here.run(`2026-06-02 ${at}`);
    here.queued.push(...again);
    await here.deliver('2026-06-02 09:07');
    expect(here.mailbox(HANDLER)).toHaveLength(1);
  });
});

describe('what cannot wait', () => {
  it('is told in the night: an emergency, with its order', async () => {
    const here = office();
    const [receipt] = await here.complain('2026-06-01 10:00');
    here.arrived.splice(0);
    await here.world.order('2026-06-06 03:00', 'county', receipt!, {
      ...{ type: 'reclassify', types: ['大气'], matter: 'odour', urgency: 'emergency', reason: '爆炸' },
    });
    await here.deliver('2026-06-06 03:00');
    expect(here.arrived.map(({ subject }) => subject.slice(0, 4))).toContain('【紧急】');
    expect(here.arrived.every(({ at }) => at === '2026-06-06 03:00')).toBe(true);
  });
});
