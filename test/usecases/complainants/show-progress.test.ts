import { describe, expect, it } from 'vitest';
import { showProgress } from '../../../usecases/complainants/show-progress.ts';
import { progressDeps } from '../../support/progress.ts';
import { inBeijing } from '../../support/rules.ts';
import { newWorld } from '../../support/world.ts';

async function handled() {
  const world = newWorld();
  const { receipt, queryCode } = await world.complain('2026-06-01 10:00');
  await world.sweepUntil('2026-06-12 12:00');
  await world.order('2026-06-12 14:00', 'county', receipt, { type: 'accept' });
  await world.order('2026-06-13 09:00', 'city', receipt, { type: 'assign', lead: 'county', assisting: ['neighbour'] });
  await world.order('2026-06-14 09:00', 'county', receipt, { type: 'report', findings: '内部：线索待查' });
  await world.order('2026-06-15 09:00', 'city', receipt, { type: 'return', missing: '内部：缺监测报告' });
  await world.order('2026-06-15 10:00', 'county', receipt, { type: 'report', findings: '已补' });
  await world.close('2026-06-16 09:00', 'city', receipt, { answer: '施工单位已停止夜间施工。' });
  return { receipt, queryCode, deps: progressDeps(world) };
}

describe('who asks with receipt and query code', () => {
  it('sees how far the matter is and the answer, and nothing that stays among the bureaus', async () => {
    const { receipt, queryCode, deps } = await handled();
    const progress = (await showProgress(receipt, queryCode, deps))!;

    expect(progress).toMatchObject({
      receipt,
      status: 'closed',
      statusText: '已办结',
      answer: '施工单位已停止夜间施工。',
    });
    expect(progress.timeline.map(({ at, text }) => `${inBeijing(at)} ${text}`)).toEqual([
      '2026-06-01 10:00 已收到您的投诉',
      '2026-06-01 10:00 已登记，转有关单位',
      '2026-06-12 14:00 已受理',
      '2026-06-13 09:00 已转交有关单位办理',
      '2026-06-16 09:00 已办结',
    ]);
    for (const inside of ['内部', 'neighbour', '催办', '钱测试', '1391111', '经办人']) {
      expect(JSON.stringify(progress)).not.toContain(inside);
    }
  });

  it('may type them as they come: lower case, without dashes, with spaces, O for zero', async () => {
    const { receipt, queryCode, deps } = await handled();
    const plain = receipt.toLowerCase().replaceAll('-', '');
    const variants = [
      plain,
      ` ${plain} `,
      plain.slice(0, 2) + plain.slice(2).replaceAll('0', 'o').replaceAll('1', 'l'),
    ];
    for (const typed of variants) {
      expect((await showProgress(typed, ` ${queryCode.toLowerCase()} `, deps))?.receipt).toBe(receipt);
    }
  });

  it('before the case is opened learns that the complaint is there', async () => {
    const world = newWorld();
    const { receipt, queryCode } = await world.complain('2026-06-01 10:00');
    const deps = { ...progressDeps(world), cases: { load: async () => undefined, events: async () => [] } };
    const progress = await showProgress(receipt, queryCode, deps);
    expect(progress).toMatchObject({ status: 'received', statusText: '已收到，正在登记' });
    expect(progress?.timeline.map(({ text }) => text)).toEqual(['已收到您的投诉']);
  });
});

describe('who does not have both', () => {
  it.each([
    ['a wrong code', (receipt: string) => [receipt, 'ZZZZZZZZ']],
    ['no code', (receipt: string) => [receipt, '']],
    ['an unknown receipt', () => ['QH-0000-0000-0000', 'ZZZZZZZZ']],
    ['an unknown receipt without a code', () => ['QH-0000-0000-0000', '']],
    ['something that is no receipt', () => ['../etc/passwd', 'ZZZZZZZZ']],
    ['nothing', () => ['', '']],
  ] as const)('%s: learns nothing, not even which', async (_, ask) => {
    const { receipt, deps } = await handled();
    const [typed, code] = ask(receipt);
    expect(await showProgress(typed!, code!, deps)).toBeUndefined();
  });
});
