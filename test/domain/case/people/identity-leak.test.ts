import { describe, expect, it } from 'vitest';
import { identityLeakIn } from '../../../../domain/case/people/identity-leak.ts';
import { caseAfter, closedBy, orderedBy, registeredAt } from '../../../support/cases.ts';
import { beijing, organs } from '../../../support/rules.ts';

const stopped = (text: string) => identityLeakIn([{ field: '处理意见', text }], organs);

describe('wording that would betray who complained', () => {
  it.each([
    '经与举报人王某核实，情况属实。',
    '已将结果告知信访人钱测试。',
    '信访人：李明反映的问题属实。',
    '投诉人欧阳女士表示满意。',
    '来电人姓名：赵一，已回访。',
    '已电话13911112222回访。',
    '已电话139-1111-2222回访。',
    '已电话139****2222回访。',
    '身份证110101199003071234已登记。',
    '已发送至qian@citizen.example。',
  ])('is stopped: %s', (text) => {
    const refusal = stopped(text);
    expect(refusal).toMatch(/^“处理意见”第\d+字起可能透露信访人身份/);
    for (const personal of ['王某', '钱测试', '李明', '欧阳', '赵一', '2222', '1234', 'qian'])
      expect(refusal).not.toContain(personal);
  });

  it.each([
    '经查属实，王家村一养殖场直排粪水，已责令整改。',
    '信访人向我局反映的问题属实。',
    '信访人于6月3日确认满意，举报人高度认可。',
    '信访人和周边住户均表示异味消失。',
    '经办人王文清于6月3日现场核查。',
    '依据青环罚〔2026〕12号，罚款50000元；受理编号D3SX202505280018。',
    '咨询电话：0990-12369001。',
    '联系人：县局经办人，handler@county.example，13900000601。',
  ])('is not seen where there is none: %s', (text) => {
    expect(stopped(text)).toBeUndefined();
  });

  it('is named by its place, and what stands there is not repeated', () => {
    expect(stopped('经查属实，举报人王某已知悉。')).toBe('“处理意见”第9字起可能透露信访人身份：“…，举报人**”，请改写');
  });

  it('stops a proposal in whatever field of it is told', () => {
    const at = beijing('2026-06-02 10:00');
    const accepted = [registeredAt(beijing('2026-06-01 10:00')), orderedBy('county', at, { type: 'accept' })];
    const whole = { facts: '夜间施工属实，已拍照。', opinion: '已责令立即停工。' };
    for (const [field, said] of [
      ['查明的事实', { ...whole, facts: '举报人王某所述属实。' }],
      ['答复全文', { answer: '举报人王某所述属实，已责令停工整改。' }],
      ['法律法规依据', { ...whole, basis: ['按信访人李明的要求'] }],
    ] as const)
      expect(() => caseAfter(...accepted, ...closedBy('county', at, said))).toThrow(`“${field}”第`);
  });
});
