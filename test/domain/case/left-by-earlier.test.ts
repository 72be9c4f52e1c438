import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import type { Case } from '../../../domain/case/case.ts';
import { decide } from '../../../domain/case/decide.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { applied } from '../../../domain/case/evolve.ts';
import { record } from '../../../domain/case/record.ts';
import { toldOf } from '../../../domain/notices/complainants/tellings.ts';
import { filed } from '../../../usecases/cases/command-case.ts';
import { caseAfter, orderedBy, RECEIPT, registeredAt } from '../../support/cases.ts';
import { clocksOf } from '../../support/one-case.ts';
import { beijing, contextAt, staffOf } from '../../support/rules.ts';

const day = (number: number) => beijing(`2026-12-${String(number).padStart(2, '0')} 10:00`);
const registered = registeredAt(day(1));
const accepted = orderedBy('county', day(2), { type: 'accept' });
const reported = orderedBy('county', day(4), { type: 'report', findings: '已查实' });
const penalty = orderedBy('county', day(5), { type: 'file-penalty', fileNumber: '青环罚立〔2026〕1号' });
const answer = (state: Case, who: string, command: StaffCommand) => {
  const decision = decide(state, command, contextAt(day(6), staffOf(who)));
  return decision.kind === 'refused' ? decision.detail : decision.kind;
};

describe('a review that the release before left running in a case where a penalty was filed', () => {
  const { state } = caseAfter(registered, accepted, reported, penalty);
  const clocks = state.clocks.map((clock) => (clock.name === 'review' ? { ...clock, stoppedAt: undefined } : clock));
  const left: Case = { ...state, clocks };
  const late = contextAt(day(20));

  it('chases nobody, nor is the case looked at for it, nor stands it in a list as late', () => {
    expect(clocksOf(left)).toContain('review');
    expect(decide(left, { type: 'fire-timers' }, late)).toEqual({ kind: 'decided', facts: [] });
    const { nextTimerAt, listing } = filed(left, late);
    expect([nextTimerAt! > day(20), listing.row.dueAt]).toEqual([true, beijing('2027-03-06 00:00')]);
  });

  it('ends with whatever happens next', () => {
    const context = contextAt(day(20), staffOf('county'));
    const decision = decide(left, { type: 'note', words: '已取样' }, context);
    if (decision.kind === 'refused') throw new Error(decision.detail);
    expect(clocksOf(record(RECEIPT, left, decision.facts, context, toldOf).state!)).toEqual(['penalty-decision']);
  });
});

describe('a request for more time that the release before kept without its clock', () => {
  const request = orderedBy('county', day(4), { type: 'request-extension', reason: '监测未完成' });
  const without = ({ extensionAsked, ...state }: Case): Case => ({
    ...state,
    extensionAsked: { ...extensionAsked!, clock: undefined },
  });

  it('is for the first that ran then: it lengthens the answer, and not the penalty that was filed since', () => {
    const asked = without(caseAfter(registered, accepted, request).state);
    expect(decide(asked, { type: 'extend' }, contextAt(day(6), staffOf('county/head')))).toMatchObject({
      facts: [{ clock: 'handle' }],
    });
    const since = without(caseAfter(registered, accepted, request, penalty).state);
    expect(answer(since, 'county/head', { type: 'extend' })).toBe('没有待批准的延期申请');
    expect(answer(since, 'county', { type: 'request-extension', reason: '鉴定未完成' })).toBe('decided');
  });
});

it('an end that names nobody was the end of every request, as it was when it happened', () => {
  const { state } = caseAfter(registered, accepted);
  const review = { stage: 'recheck', organ: 'province', by: RECEIPT, askedAt: day(6), decidedAt: day(7) } as const;
  const asked: Case = { ...state, review, reopeningAsked: { since: day(7), by: ['QH-2222-2222-2222'] } };
  const concluded = { type: 'concluded', at: day(8) } as CaseEvent;
  expect(applied(asked, concluded)).toMatchObject({ review: { concludedAt: day(8) }, reopeningAsked: undefined });
});
