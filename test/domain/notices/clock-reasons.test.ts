import { describe, expect, it } from 'vitest';
import { reasonsOf } from '../../../domain/notices/clock-reasons.ts';
import { staffNotices } from '../../../domain/notices/staff/staff-notices.ts';
import { caseAfter, extendedBy, orderedBy, registeredAt, type Step } from '../../support/cases.ts';
import { beijing, contextAt } from '../../support/rules.ts';

/** What the desk says, at that moment, of the clock of that duty. */
function told(duty: string, now: string, ...steps: readonly Step[]) {
  const { state, events } = caseAfter(...steps);
  const all = reasonsOf(state, events, beijing(now), contextAt(beijing(now)));
  return all.find(({ why }) => why[0] === `应办：${duty}`)!;
}

const before = registeredAt(beijing('2026-09-29 09:00'));

describe('a deadline at the desk', () => {
  it('tells what set it going, its law, and every step to come with its day and who hears of it', () => {
    expect(told('书面告知信访人是否受理', '2026-10-08 10:00', before)).toMatchObject({
      why: [
        '应办：书面告知信访人是否受理',
        '起算：2026年9月29日（周二）09:00收到来件',
        '期限：15日（自然日，节假日计算在内），起算当日不计，至最后一日24:00',
        '依据：《信访工作条例》第二十三条第二款、第三款、《环保举报热线工作管理办法》',
        '届满：2026年10月14日（周三）24:00',
      ],
      next: '下一步 10月9日08:15 提醒（经办人），10月13日08:15 提醒（经办人），10月14日08:15 催办（经办人），10月15日08:15 超期（经办人、主要负责人），10月16日08:15 督办，升级至city局（主要负责人），10月20日08:15 督办，升级至province局（主要负责人），此后每周一重复',
    });
  });

  it('of an extended period tells the days that were granted, and counts from the acceptance', () => {
    const accepted = orderedBy('county', beijing('2026-09-30 16:00'), { type: 'accept' });
    const steps = [before, accepted, ...extendedBy('county', beijing('2026-11-20 09:00'))];
    expect(told('办结并答复信访人', '2026-11-20 10:00', ...steps).why).toEqual([
      '应办：办结并答复信访人',
      '起算：2026年9月30日（周三）16:00受理',
      '期限：60日（自然日，节假日计算在内），起算当日不计，至最后一日24:00',
      '依据：《信访工作条例》第三十一条第六项、第三十四条、《环保举报热线工作管理办法》',
      '延长：30日',
      '届满：2026年12月29日（周二）24:00',
    ]);
  });

  it('that counts from the receipt says so, and what let it run', () => {
    const received = registeredAt(beijing('2026-12-01 09:00'));
    const accept = { type: 'accept', procedure: 'duty' } as const;
    const accepted = orderedBy('county', beijing('2026-12-03 16:00'), accept);
    const duty = told('履行职责并答复信访人', '2026-12-04 10:00', received, accepted);
    expect(duty.why[1]).toBe('起算：2026年12月1日（周二）09:00收到来件，2026年12月3日（周四）16:00受理时启动');
  });

  it('that nothing sets but a proposal says so', () => {
    const reported = orderedBy('county', beijing('2026-11-02 09:00'), { type: 'report', findings: '已查' });
    const accepted = orderedBy('county', beijing('2026-10-30 09:00'), { type: 'accept' });
    const review = told('审核报送的办理情况', '2026-11-02 10:00', before, accepted, reported);
    expect(review.why).toContain('依据：本系统默认期限：报送之日起5个工作日内审核（建议，尚无规定）');
  });

  it('after the last rung says that no more comes than haste', () => {
    expect(told('如不属本单位职责，提出异议并说明理由', '2026-10-12 10:00', before).next).toBe(
      '下一步 异议经核实同意后方可退回，未获同意前由本单位办理',
    );
  });

  it('of a release to come is shown without reasons', () => {
    const { state, events } = caseAfter(before);
    const clocks = [{ ...state.clocks[0]!, policy: '2099-1' }];
    const now = beijing('2026-10-01 09:00');
    expect(reasonsOf({ ...state, clocks }, events, now, contextAt(now))).toEqual([
      { clock: clocks[0], why: [], next: '' },
    ]);
  });
});

describe('a letter to staff', () => {
  const textOn = (day: string) => {
    const { state, events } = caseAfter(registeredAt(beijing(`${day} 09:00`)));
    return staffNotices(events[0]!, state, contextAt(beijing(`${day} 09:00`)))[0]!.text;
  };

  it('names the holiday and the Saturday worked for it, where its limit lies across them', () => {
    expect(textOn('2026-09-29')).toContain(
      '\n不计：10月1日至7日（国庆节）、10月11日（周末）\n计入：10月10日（调休上班）\n',
    );
  });

  it('leaves a plain weekend to the reader', () => {
    expect(textOn('2026-11-17')).not.toContain('不计');
  });
});
