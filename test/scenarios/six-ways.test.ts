import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { newWorld } from '../support/world.ts';

const BUREAU = { way: 'regional', to: '西南督察局' } as const;

async function accepted() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  const order = (at: string, command: StaffCommand, organ = 'county/head') => world.order(at, organ, receipt, command);
  await order('2026-06-02 10:00', { type: 'accept' });
  const sent = async () => (await world.cases.load(receipt))!.waysSent;
  return { world, order, sent };
}

describe('a case that is sent by one of the six ways', () => {
  it('says to whom, by whom, when, under what number, and when it was received and answered', async () => {
    const { world, order, sent } = await accepted();
    await order('2026-06-03 10:00', { type: 'send-way', ...BUREAU, number: '环督〔2026〕8号' });
    await order('2026-06-04 10:00', { type: 'acknowledge-way', ...BUREAU }, 'county');
    await order('2026-06-04 11:00', { type: 'acknowledge-way', ...BUREAU }, 'county');
    const before = world.outbox.length;
    await order('2026-06-10 10:00', { type: 'answer-way', ...BUREAU, words: '已列入督察线索。' }, 'city/head');
    expect(await sent()).toEqual([
      {
        ...{ ...BUREAU, number: '环督〔2026〕8号', by: 'county', sentAt: '2026-06-03T02:00:00.000Z' },
        ...{ acknowledgedAt: '2026-06-04T02:00:00.000Z', answeredAt: '2026-06-10T02:00:00.000Z' },
      },
    ]);
    expect(world.outbox.slice(before).map(({ to, text }) => [to, text.split('\n\n')[0]])).toEqual([
      ['handler@county.example', '该件已发送西南督察局，现收到答复，请一并研究。\n答复：已列入督察线索。'],
    ]);
  });

  it('is sent there again once it was answered, and not before', async () => {
    const { order, sent } = await accepted();
    const send = (at: string) => order(at, { type: 'send-way', ...BUREAU });
    await send('2026-06-03 10:00');
    expect(await send('2026-06-04 10:00')).toMatchObject({ kind: 'refused', detail: '已向该单位发送，尚待答复' });
    await order('2026-06-10 10:00', { type: 'answer-way', ...BUREAU, words: '已收悉。' });
    expect((await send('2026-06-11 10:00')).kind).toBe('done');
    expect(await sent()).toEqual([{ ...BUREAU, by: 'county', sentAt: '2026-06-11T02:00:00.000Z' }]);
  });

  it('cannot be answered by whom it was never sent to', async () => {
    const { order } = await accepted();
    await order('2026-06-03 10:00', { type: 'send-way', ...BUREAU });
    const other = { type: 'answer-way', way: 'inspection', to: '西南督察局', words: '已收悉。' } as const;
    expect(await order('2026-06-04 10:00', other)).toMatchObject({ kind: 'refused', detail: '没有登记向该单位发送' });
  });

  it('is not sent to the office that it accuses', async () => {
    const { order } = await accepted();
    const accuse = { type: 'correct-accused', accused: ['neighbour'], reason: '反映其不作为' } as const;
    await order('2026-06-03 10:00', accuse, 'city/head');
    const send = { type: 'send-way', way: 'business', to: 'neighbour局' } as const;
    expect(await order('2026-06-04 10:00', send, 'county/head')).toMatchObject({ kind: 'refused' });
  });

  it('tells nothing of it to whoever complained', async () => {
    const { world, order } = await accepted();
    const before = world.outbox.length;
    await order('2026-06-03 10:00', { type: 'send-way', ...BUREAU });
    expect(world.outbox.slice(before).map(({ to }) => to)).toEqual(['handler@city.example']);
  });
});
