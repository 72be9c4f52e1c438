import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import type { Case } from '../../../domain/case/case.ts';
import { decide } from '../../../domain/case/decide.ts';
import type { Procedure } from '../../../domain/procedure/procedures.ts';
import { caseAfter, closedBy, orderedBy, RECEIPT, registeredAt } from '../../support/cases.ts';
import { beijing, contextAt, staffOf } from '../../support/rules.ts';

const start = registeredAt(beijing('2026-12-01 10:00'));
const acceptedBy = (procedure: Procedure) =>
  caseAfter(start, orderedBy('county', beijing('2026-12-02 10:00'), { type: 'accept', procedure }));

const answer = (state: Case, command: StaffCommand, organ = 'county', namedCase?: Case) =>
  decide(state, command, { ...contextAt(beijing('2026-12-03 10:00'), staffOf(organ)), namedCase });

const refusalOf = (decision: ReturnType<typeof answer>): string =>
  decision.kind === 'refused' ? decision.detail : 'taken';

const FACTS = '12月2日夜间现场检查，工地22时仍在浇筑。';
const OPINION = '已责令停止夜间施工，并立案处罚。';

describe('an answer', () => {
  it.each<[Procedure, string, string]>([
    ['duty', '好的', '答复缺少：查明的事实、处理意见'],
    ['duty', '已办结，谢谢！！！！！！！', '答复缺少：查明的事实、处理意见'],
    ['duty', '……………………………………', '答复缺少：查明的事实、处理意见'],
    ['duty', '经查属实，已责令停止夜间施工。', 'taken'],
    ['suggestion', '已收到', '答复缺少：处理意见'],
    ['petition', '经查属实，已责令停止夜间施工。', '答复缺少：法律法规依据、办理结论（支持、解释说明、不予支持）'],
  ])('by the procedure %s in one text "%s": %s', (procedure, text, expected) => {
    expect(refusalOf(answer(acceptedBy(procedure).state, { type: 'propose-closing', answer: text }))).toBe(expected);
  });

  it('in parts lacks what is not there or says nothing', () => {
    const { state } = acceptedBy('duty');
    expect(refusalOf(answer(state, { type: 'propose-closing', facts: FACTS }))).toBe('答复缺少：处理意见');
    expect(refusalOf(answer(state, { type: 'propose-closing', facts: FACTS, opinion: '无' }))).toBe(
      '答复缺少：处理意见（至少6个字）',
    );
    expect(refusalOf(answer(state, { type: 'propose-closing', facts: FACTS, opinion: OPINION }))).toBe('taken');
  });

  it('keeps its parts, its basis as printed that day, and who signed', () => {
    const said = {
      outcome: 'supported' as const,
      facts: FACTS,
      opinion: OPINION,
      basis: ['matter:construction-noise', '青禾省夜间施工管理规定。'],
    };
    const accept = orderedBy('county', beijing('2026-12-02 10:00'), { type: 'accept', procedure: 'petition' });
    const { events } = caseAfter(start, accept, ...closedBy('county', beijing('2026-12-03 10:00'), said));
    const closed = events.at(-1)!;
    expect(closed).toMatchObject({ type: 'closed', facts: FACTS, signedBy: '单位负责人' });
    expect(closed.type === 'closed' && closed.answer.split('\n')).toEqual([
      `查明的事实：${FACTS}`,
      `处理意见：${OPINION}`,
      '办理结论：请求事实清楚，符合法律、法规、规章或者其他有关规定，予以支持。',
      '依据：《生态环境法典》第五百七十二条、第一千一百八十五条、第一千一百八十六条；青禾省夜间施工管理规定。',
    ]);
  });
});

describe('a refusal', () => {
  const { state } = caseAfter(start);
  const explanation = '您11月20日已就同一工地反映。';
  const earlier = { ...acceptedBy('duty').state, id: 'QH-EARLIER' };
  const decline = (command: Omit<Extract<StaffCommand, { type: 'decline' }>, 'type'>, organ?: string, named?: Case) =>
    refusalOf(answer(state, { type: 'decline', ...command }, organ, named));

  it('says why in more than a word', () => {
    expect(decline({ reason: 'not-competent', explanation: 'x' })).toBe('告知缺少：具体说明（事实和理由）');
  });

  it('because a matter is being handled names the case, which is', () => {
    const reason = 'already-accepted' as const;
    expect(decline({ reason, explanation })).toBe('告知缺少：前件的登记编号');
    expect(decline({ reason, explanation, earlier: RECEIPT })).toBe('告知缺少：前件的登记编号');
    expect(decline({ reason, explanation, earlier: 'QH-X' })).toBe('没有这个前件，请核对登记编号');
    const registered = { ...state, id: 'QH-X' };
    expect(decline({ reason, explanation, earlier: 'QH-X' }, 'county', registered)).toMatch('前件没有在办理');
    expect(decline({ reason, explanation, earlier: earlier.id }, 'county', earlier)).toBe('taken');
  });

  it('of what a lower organ is handling is only that of an organ above it', () => {
    const reason = 'already-accepted' as const;
    const byCity = { ...earlier, lead: 'city', assisting: ['county'] };
    expect(decline({ reason, explanation, earlier: earlier.id }, 'county', byCity)).toMatch('只有办理机关的上级机关');
    expect(decline({ reason, explanation, earlier: earlier.id }, 'city', earlier)).toBe('taken');
  });

  it.each(['review-instead', 'after-recheck'] as const)('%s wants an answer that was given', (reason) => {
    expect(decline({ reason, explanation, earlier: earlier.id }, 'county', earlier)).toMatch('前件没有作出过答复');
    const answered = { ...earlier, status: 'closed' as const, answer: '已答复' };
    const isTaken = reason === 'review-instead' ? 'taken' : '前件没有作出过复核意见，不适用此情形';
    expect(decline({ reason, explanation, earlier: earlier.id }, 'county', answered)).toBe(isTaken);
  });

  it.each([
    ['复查 alone', { stage: 'review', organ: 'city' }, '前件没有作出过复核意见，不适用此情形'],
    ['复核', { stage: 'recheck', organ: 'province' }, 'taken'],
    ['复查 by the last organ that the roster knows', { stage: 'review', organ: 'province' }, 'taken'],
  ] as const)('that the same is not taken up again holds after %s', (_, stage, expected) => {
    const review = { ...stage, by: earlier.id, askedAt: earlier.receivedAt, decidedAt: earlier.receivedAt };
    const reviewed = { ...earlier, status: 'closed' as const, answer: '已答复', review };
    const reason = 'after-recheck' as const;
    expect(decline({ reason, explanation, earlier: earlier.id }, 'county', reviewed)).toBe(expected);
  });

  it('because the clue is too vague says what is needed', () => {
    expect(decline({ reason: 'too-vague', explanation })).toBe('告知缺少：需要补充的线索');
    expect(decline({ reason: 'too-vague', explanation, needed: '工地名称或者路名' })).toBe('taken');
  });
});
