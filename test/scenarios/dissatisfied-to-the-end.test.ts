import { expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { milestonesOf } from '../../domain/notices/complainants/milestones.ts';
import { rateAnswer } from '../../usecases/complainants/rate-answer.ts';
import { beijing } from '../support/rules.ts';
import { newWorld, rules } from '../support/world.ts';

const ANSWER = {
  outcome: 'not-supported',
  facts: '经查，施工单位已取得夜间施工证明',
  opinion: '对补偿的请求不予支持',
  basis: ['matter:construction-noise'],
} as const;

it('who is not satisfied goes all the way, reads each step, and is told the end once more when they write again', async () => {
  const world = newWorld();
  const mine = await world.complain('2026-12-01 10:00');
  const { receipt } = mine;
  const order = async (at: string, organ: string, command: StaffCommand) => {
    const outcome = await world.order(at, organ, receipt, command);
    expect([command.type, outcome.kind]).toEqual([command.type, 'done']);
  };
  const write = (at: string, sourceId: string) =>
    world.complain(at, { sourceId, text: '我不同意这个答复。', follows: { to: receipt, as: 'supplement' } });
  const deps = {
    complaints: world.vault,
    cases: world.cases,
    context: rules(),
    equalInConstantTime: (a: string, b: string) => a === b,
  };

  await order('2026-12-02 09:00', 'county/petition', { type: 'accept', procedure: 'petition' });
  await world.close('2026-12-20 10:00', 'county', receipt, ANSWER);
  // She says so on the page, and then asks for the case to be opened again.
  const said = { grade: 'dissatisfied', reasons: ['unfair'] } as const;
  await rateAnswer(receipt, mine.queryCode, said, beijing('2026-12-21 20:00'), deps);
  await world.relayNew();
  await write('2026-12-21 20:10', 'once-more');
  await order('2026-12-25 10:00', 'county/reviewer', { type: 'decline-reopening', reason: '没有新的情况' });
  expect(world.outbox.at(-1)?.text).toContain('也可以在查询页面写明“请求复查”和理由，由我们转交');
  // She does; the petition office hands it on.
  await write('2026-12-28 09:00', 'review');
  await order('2026-12-29 09:00', 'county/petition', { type: 'request-review' });
  await order('2027-01-20 10:00', 'city/head', { type: 'decide-review', ruling: 'upheld', opinion: '程序合法' });
  await write('2027-01-25 09:00', 'recheck');
  await order('2027-01-26 09:00', 'city/petition', { type: 'request-review' });
  await order('2027-02-01 09:00', 'province/petition', { type: 'open-hearing', reason: '双方到场' });
  await order('2027-02-03 09:00', 'province/petition', { type: 'close-hearing' });
  await order('2027-02-20 10:00', 'province/head', {
    type: 'decide-review',
    ruling: 'upheld',
    opinion: '同意复查意见',
  });
  await order('2027-02-22 10:00', 'province/head', { type: 'conclude' });
  await write('2027-03-10 10:00', 'after-the-end');
  expect(world.outbox.at(-1)?.text).toContain('不再受理');
  const seen = milestonesOf(await world.cases.events(receipt), receipt).map(({ text }) => text);
  expect(seen.slice(seen.indexOf('已办结'))).toEqual([
    '已办结',
    '您的评价：不满意（处理结果不合理）',
    '已收到您的补充材料，转办理单位研究是否重新办理',
    '不予重新办理',
    '已收到您的补充材料，转办理单位研究是否重新办理',
    '已收到您的复查请求',
    '复查意见：维持原处理意见',
    '已收到您的补充材料，转办理单位研究是否重新办理',
    '已收到您的复核请求',
    '举行听证，所需时间不计入复核期限',
    '听证结束，复核期限至2027年2月26日（周五）24:00',
    '复核意见：维持原处理意见',
    '信访事项已终结',
    '已收到您的补充材料',
  ]);
  const running = (await world.cases.load(receipt))!.clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
  expect(running).toEqual([]);
});
