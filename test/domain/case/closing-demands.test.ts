import { describe, expect, it } from 'vitest';
import { type CommandOf, StaffCommandSchema } from '../../../domain/case/acts.ts';
import type { Case } from '../../../domain/case/case.ts';
import { availableActs } from '../../../domain/case/commands/available-acts.ts';
import { decide } from '../../../domain/case/decide.ts';
import { caseAfter, closedBy, FOUR_MET, orderedBy, registeredAt } from '../../support/cases.ts';
import { beijing, contextAt, staffOf } from '../../support/rules.ts';

const day = (n: number) => beijing(`2026-06-0${n} 10:00`);
const accepted = orderedBy('county', day(2), { type: 'accept' });
const ordinary = caseAfter(registeredAt(day(1)), accepted).state;
const item = caseAfter(
  registeredAt(day(1), { inspection: { batch: '3', item: 'D3QH001' } }),
  accepted,
  orderedBy('county', day(3), { type: 'record-visit', on: '2026-06-02', people: ['孔经办'], findings: '夜间施工' }),
  orderedBy('county', day(4), { type: 'report', findings: '属实' }),
).state;

const ANSWER = '经查属实，工地夜间施工未取得证明，已责令停工。';
type Said = Omit<CommandOf<'propose-closing'>, 'type' | 'answer'>;

function proposed(state: Case, said: Said = {}) {
  const command = { type: 'propose-closing', answer: ANSWER, ...said } as const;
  return decide(state, command, contextAt(day(5), staffOf('city')));
}
const refusalOf = (state: Case, said?: Said) => {
  const decision = proposed(state, said);
  return decision.kind === 'refused' ? decision.detail : 'taken';
};
const answerOf = (state: Case, said?: Said) => {
  const decision = proposed(state, said);
  const [fact] = decision.kind === 'decided' ? decision.facts : [];
  return fact?.type === 'closing-proposed' ? fact.answer.split('\n').slice(1) : [];
};
const needsOf = (state: Case) =>
  availableActs(state, contextAt(day(5), staffOf('city'))).find(({ type }) => type === 'propose-closing')?.needs;

describe('the four checks', () => {
  it('are asked of an inspection item, with whether it is true, and told to whoever proposes', () => {
    expect(needsOf(item)).toEqual(['facts', 'opinion', 'truth', 'four']);
    expect(refusalOf(item)).toBe('须写明是否属实');
    expect(refusalOf(item, { truth: 'mostly' })).toContain('须逐条说明四个不放过');
    expect(refusalOf(item, FOUR_MET)).toBe('taken');
  });

  it('are not asked of an ordinary case, which may show them all the same', () => {
    expect(needsOf(ordinary)).toEqual(['facts', 'opinion']);
    expect(refusalOf(ordinary)).toBe('taken');
    expect(refusalOf(ordinary, FOUR_MET)).toBe('taken');
  });

  it('are asked of a case with a mark that asks for them, but not of a suggestion', () => {
    const marked = { ...ordinary, marked: [{ mark: 'key' as const, name: '督察重点*', by: 'city', at: day(2) }] };
    expect(refusalOf(marked)).toBe('须写明是否属实');
    expect(refusalOf({ ...marked, procedure: 'suggestion' })).toBe('taken');
    expect(refusalOf({ ...marked, marked: [{ ...marked.marked[0]!, mark: 'nimby' }] })).toBe('taken');
  });

  it('name visits and materials that the case has', () => {
    const with_ = (facts: object) => ({
      ...FOUR_MET,
      four: { ...FOUR_MET.four, facts: { met: true as const, ...facts } },
    });
    expect(refusalOf(item, with_({ visits: [3] }))).toBe('taken');
    expect(refusalOf(item, with_({ visits: [2] }))).toBe('“问题查清”：第2号记录不是现场核查');
    expect(refusalOf(item, with_({ materials: [1] }))).toBe('“问题查清”：没有第1号材料');
  });

  it.each([
    ['one of the four is left out', { facts: { met: true, evidence: '夜查' } }],
    ['what is met has no evidence', { ...FOUR_MET.four, facts: { met: true } }],
    ['what is not met has no reason', { ...FOUR_MET.four, facts: { met: false } }],
  ])('are refused where %s', (_, four) => {
    expect(StaffCommandSchema.safeParse({ type: 'propose-closing', answer: ANSWER, four }).success).toBe(false);
  });
});

describe('what was found', () => {
  it('is told in the published words, with counts and the fine in yuan', () => {
    const measures = [
      { kind: 'rectification-ordered', count: 2 },
      { kind: 'held-accountable', count: 3 },
      { kind: 'fined', fen: 5_000_050 },
    ] as const;
    expect(answerOf(ordinary, { truth: 'partly', measures })).toEqual([
      '调查结论：部分属实，已办结。',
      '处理措施：责令整改2家，问责3人，罚款50000.50元。',
    ]);
  });

  it('is closed for the time being as long as rectification goes on', () => {
    const rectified = caseAfter(
      registeredAt(day(1)),
      accepted,
      orderedBy('county', day(3), { type: 'report-interim', findings: '已停工', remaining: '加装设施' }),
    ).state;
    expect(answerOf(rectified, { truth: 'substantiated' })).toEqual(['调查结论：属实，阶段性办结。']);
  });

  it('stays with the case, and leaves it when the case is opened again', () => {
    const closed = closedBy('county', day(4), { answer: ANSWER, truth: 'unsubstantiated' });
    expect(caseAfter(registeredAt(day(1)), accepted, ...closed).state.found).toEqual({ truth: 'unsubstantiated' });
    const reopen = orderedBy('city', day(5), { type: 'reopen', reason: '又见施工' });
    expect(caseAfter(registeredAt(day(1)), accepted, ...closed, reopen).state.found).toBeUndefined();
  });

  it.each([
    ['a fine of nothing', [{ kind: 'fined', fen: 0 }]],
    ['a part of a fen', [{ kind: 'fined', fen: 1.5 }]],
    ['a fine without bounds', [{ kind: 'fined', fen: 1e16 }]],
    ['one measure twice', Array(2).fill({ kind: 'detained', count: 1 })],
    ['nobody detained', [{ kind: 'detained', count: 0 }]],
    ['a measure that there is not', [{ kind: 'praised', count: 1 }]],
  ])('does not take %s', (_, measures) => {
    expect(StaffCommandSchema.safeParse({ type: 'propose-closing', answer: ANSWER, measures }).success).toBe(false);
  });
});

describe('grievances that were named', () => {
  const about = { subtypes: [], matter: 'unknown', urgency: 'normal' } as const;
  const parts = [
    { ...about, types: ['噪声'], start: 0, end: 20 },
    { ...about, types: ['大气'], start: 20, end: 41 },
    { ...about, types: ['水'], start: 41, end: 60 },
  ] as const;
  const three: Case = { ...ordinary, classification: { ...ordinary.classification, parts } };

  it('are each answered or marked: the refusal names what is left, and where it stands', () => {
    expect(needsOf(three)).toContain('grievances');
    expect(refusalOf(three)).toMatch(/^还没有逐项回应：第1个问题（噪声），来信第1至20字；第2个问题（大气）/);
    const two = [
      { part: 3, mark: 'not-ours' },
      { part: 1, answer: '夜间已停工。' },
    ] as const;
    expect(refusalOf(three, { grievances: two })).toBe('还没有逐项回应：第2个问题（大气），来信第21至41字');
    expect(answerOf(three, { grievances: [...two, { part: 2, mark: 'unsubstantiated' }] })).toEqual([
      '第1个问题（噪声）：夜间已停工。',
      '第2个问题（大气）：不属实。',
      '第3个问题（水）：不属于本部门职责。',
    ]);
  });

  it('that were not named are not answered, nor one twice', () => {
    expect(refusalOf(three, { grievances: [{ part: 4, answer: '无' }] })).toBe('来信中没有第4个问题');
    const twice = Array(2).fill({ part: 1, mark: 'unsubstantiated' });
    expect(refusalOf(three, { grievances: twice })).toBe('第1个问题回应了两次');
    expect(refusalOf(ordinary, { grievances: [{ part: 1, answer: '无' }] })).toBe('来信中没有第1个问题');
  });

  it('are answered or marked, not both', () => {
    const both = [{ part: 1, mark: 'not-ours', answer: '无' }];
    for (const grievances of [both, [{ part: 1 }]])
      expect(StaffCommandSchema.safeParse({ type: 'propose-closing', answer: ANSWER, grievances }).success).toBe(false);
  });
});
