import { describe, expect, it } from 'vitest';
import { assigned, HANDLER } from '../support/queueing-office.ts';

/** Cases that nobody touches, on the morning of their last day. */
async function lastDayOf(count: number) {
  const { here, receipts } = await assigned(count);
  for (const day of ['2026-06-11', '2026-06-15']) {
    await here.sweep(`${day} 08:15`);
    await here.run(`${day} 08:30`);
  }
  here.arrived.splice(0);
  await here.sweep('2026-06-16 08:15');
  await here.run('2026-06-16 08:30');
  return { here, receipts };
}

describe('what is due today', () => {
  it('is one text message to the officer, and no letter beside it', async () => {
    const { here } = await lastDayOf(1);
    expect(here.arrived.map(({ to }) => to)).toEqual([expect.stringMatching(/^1390/)]);
  });

  it('is one letter besides where there are several, which a text message cannot name', async () => {
    const { here, receipts } = await lastDayOf(2);
    expect(here.arrived.filter(({ to }) => to.startsWith('139'))).toMatchObject([{ next: '另有1件，请看工作台' }]);
    expect(here.mailbox(HANDLER)).toEqual(['2026-06-16 08:30 【清单】6月16日08:30 共2件：催办2件']);
    for (const receipt of receipts) expect(here.arrived.find(({ to }) => to === HANDLER)!.text).toContain(receipt);
  });

  it('goes by mail where the number takes no text message', async () => {
    const { here } = await lastDayOf(0);
    here.fault.sms = { kind: 'refused', reason: 'isv.MOBILE_NUMBER_ILLEGAL' };
    await here.complain('2026-07-01 10:00');
    for (const day of ['2026-07-02', '2026-07-10', '2026-07-15', '2026-07-16']) {
      await here.sweep(`${day} 08:15`);
      here.arrived.splice(0);
      for (const time of ['08:30', '08:31']) await here.run(`${day} ${time}`);
    }
    expect(here.mailbox(HANDLER)).toEqual([expect.stringContaining('【催办】')]);
  });
});
