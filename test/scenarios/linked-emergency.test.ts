import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { oversightOf } from '../../functions/shared/staff/oversight-view.ts';
import { CASE, office } from '../support/office.ts';
import { analyse, newWorld } from '../support/world.ts';

/** Three in the morning: an explosion. */
async function explosion() {
  const analysis = analyse();
  const classification = { ...analysis.classification, urgency: 'emergency' as const };
  const world = newWorld(undefined, () => ({ ...analysis, classification }));
  const { receipt } = await world.complain('2026-06-01 03:00', { text: '化工厂爆炸，浓烟往居民区飘。' });
  const order = (at: string, command: StaffCommand) => world.order(at, 'county/duty', receipt, command);
  return { world, order, emergency: async () => oversightOf((await world.cases.load(receipt))!).emergency };
}

const TOLD = {
  type: 'inform-authorities',
  authorities: ['emergency', 'health'],
  toldAt: '2026-06-01 03:15',
  words: '值班电话通报，对方已出动。',
} as const;

describe('an emergency at 03:00 with linkage', () => {
  it('shows who was told when, and its over-all state from the first word to the end', async () => {
    const { order, emergency } = await explosion();
    expect(await emergency()).toEqual({ text: '待核实，尚未初报', informed: [] });
    await order('2026-06-01 03:20', TOLD);
    await order('2026-06-01 03:30', { ...TOLD, authorities: ['police'], toldAt: undefined });
    await order('2026-06-01 03:40', { type: 'report-incident', kind: 'initial', words: '属实' });
    expect(await emergency()).toEqual({
      text: '已初报，处置中',
      stage: 'initial',
      informed: [
        { authority: 'emergency', name: '应急管理部门', at: '2026-05-31T19:15:00.000Z' },
        { authority: 'health', name: '卫生健康部门', at: '2026-05-31T19:15:00.000Z' },
        { authority: 'police', name: '公安机关', at: '2026-05-31T19:30:00.000Z' },
      ],
    });
    await order('2026-06-01 07:00', { type: 'report-incident', kind: 'final', words: '已处置完毕' });
    expect(await emergency()).toMatchObject({ text: '处置已结束' });
  });

  it('that proves unfounded says so', async () => {
    const { order, emergency } = await explosion();
    await order('2026-06-01 03:40', { type: 'report-incident', kind: 'unfounded', words: '烟花' });
    expect(await emergency()).toMatchObject({ text: '经核实不属实' });
  });

  it('is told up the line at once: who else is at work', async () => {
    const { world, order } = await explosion();
    const before = world.outbox.length;
    await order('2026-06-01 03:20', TOLD);
    const letters = world.outbox.slice(before);
    expect(letters.map(({ to }) => to)).toEqual(['13900000403', 'duty@city.example', '13900000402']);
    expect(letters[1]!.text).toContain(
      'county局已于2026年6月1日（周一）03:15通报应急管理部门、卫生健康部门。\n通报内容：值班电话通报，对方已出动。',
    );
  });

  it('was told to nobody in the future, nor before anybody complained', async () => {
    const { order } = await explosion();
    expect(await order('2026-06-01 03:20', { ...TOLD, toldAt: '2026-06-01 03:21' })).toMatchObject({ kind: 'refused' });
    expect(await order('2026-06-01 03:20', { ...TOLD, toldAt: '2026-06-01 02:59' })).toMatchObject({ kind: 'refused' });
  });

  it('an ordinary case has none of it', async () => {
    const { call, receipt } = await office();
    expect((await call(CASE, { id: receipt })).json.emergency).toBeUndefined();
  });
});
