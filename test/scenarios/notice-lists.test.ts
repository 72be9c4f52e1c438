import { describe, expect, it } from 'vitest';
import { byMail } from '../../usecases/notices/receipts/bounce-from-ses.ts';
import { heedReceipt } from '../../usecases/notices/receipts/heed-receipt.ts';
import { assigned, HANDLER } from '../support/queueing-office.ts';
import { beijing } from '../support/rules.ts';

const caseOf = ({ noticeId }: { readonly noticeId: string }) => noticeId.split('#')[0]!;

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

  it('are one text message where the mail host takes nothing for half an hour, and are not told again once it does', async () => {
    const { here } = await threeReminders();
    here.fault.mail = { kind: 'busy', reason: 'ECONNREFUSED' };
    for (const at of ['09:35', '09:40', '10:05', '10:06']) await here.run(`2026-06-11 ${at}`);
    expect(here.arrived).toMatchObject([{ to: expect.stringMatching(/^1390/), next: '另有2件，请看工作台' }]);
    here.fault.mail = undefined;
    for (const at of ['10:10', '10:15']) await here.run(`2026-06-11 ${at}`);
    expect(here.arrived).toHaveLength(1);
  });

  it('go on together to the next address where the mailbox refuses mail', async () => {
    const { here } = await threeReminders();
    here.fault.mail = { kind: 'refused', reason: '550' };
    await here.run('2026-06-11 09:35');
    await here.run('2026-06-11 09:40');
    expect(here.arrived).toMatchObject([{ to: expect.stringMatching(/^1390/), next: '另有2件，请看工作台' }]);
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

  it('all go to the next address together when their letter comes back', async () => {
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
    await here.run('2026-06-11 09:40');
    expect(here.arrived.slice(1)).toMatchObject([{ to: expect.stringMatching(/^1390/), next: '另有2件，请看工作台' }]);
    expect(here.mailbox(HANDLER)).toHaveLength(1);
  });
});
