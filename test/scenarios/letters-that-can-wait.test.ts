import { describe, expect, it } from 'vitest';
import { assigned, HANDLER, queueingOffice } from '../support/queueing-office.ts';

describe('what comes outside working hours', () => {
  it('waits for the list of the next working day: Friday night for Monday', async () => {
    const here = queueingOffice();
    await here.complain('2026-06-05 20:00', 2);
    await here.run('2026-06-06 09:05');
    expect(here.mailbox(HANDLER)).toEqual([]);
    await here.run('2026-06-08 09:05');
    expect(here.mailbox(HANDLER)).toEqual(['2026-06-08 09:05 【清单】6月8日09:05 共2件：交办2件']);
  });

  it('comes with the next list of a make-up day, a Sunday on which people work', async () => {
    const here = queueingOffice();
    await here.complain('2026-09-20 10:00');
    await here.run('2026-09-20 13:30');
    expect(here.mailbox(HANDLER)).toHaveLength(1);
  });

  it('waits through National Day', async () => {
    const here = queueingOffice();
    await here.complain('2026-10-01 10:00');
    await here.run('2026-10-07 09:05');
    expect(here.mailbox(HANDLER)).toEqual([]);
    await here.run('2026-10-08 09:05');
    expect(here.mailbox(HANDLER)).toHaveLength(1);
  });
});

describe('letters that can wait', () => {
  it('reach a mailbox as one, with the next list of the day, and three times a day at most', async () => {
    const here = queueingOffice();
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

  it('wait for the morning where the day has brought three messages already, be they letters or text messages', async () => {
    const { here } = await assigned(1);
    await here.complain('2026-06-15 20:00');
    await here.sweep('2026-06-16 08:15');
    await here.run('2026-06-16 08:30');
    await here.complain('2026-06-16 11:00');
    await here.run('2026-06-16 13:30');
    expect(here.arrived.map(({ at, to }) => `${at} ${to}`)).toEqual([
      '2026-06-16 08:30 13900000601',
      `2026-06-16 08:30 ${HANDLER}`,
      `2026-06-16 13:30 ${HANDLER}`,
    ]);
    await here.complain('2026-06-16 15:00');
    for (const at of ['2026-06-16 17:00', '2026-06-17 08:29']) await here.run(at);
    expect(here.arrived).toHaveLength(3);
    await here.run('2026-06-17 08:30');
    expect(here.mailbox(HANDLER)).toHaveLength(3);
  });

  it('ask for nothing that was decided while they waited', async () => {
    const here = queueingOffice();
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
    const here = queueingOffice();
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
    const here = queueingOffice();
    await here.complain('2026-06-01 20:00', 120);
    await here.run('2026-06-02 09:05');
    expect(here.mailbox(HANDLER).map((one) => /共\d+件/.exec(one)?.[0])).toEqual(['共50件', '共50件', '共20件']);
  });

  it('are put by once, however often the queue hands them out', async () => {
    const here = queueingOffice();
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
    const here = queueingOffice();
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
