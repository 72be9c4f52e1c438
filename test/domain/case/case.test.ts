import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { DECLINE_REASONS, refusalFor } from '../../../domain/case/answer/decline-reasons.ts';
import { isOpen, runningClocks } from '../../../domain/case/case.ts';
import { decide } from '../../../domain/case/decide.ts';
import { caseAfter, extendedBy, FOUR_MET, orderedBy, registeredAt, type Step } from '../../support/cases.ts';
import {
  accepted,
  assigned,
  clocksOf,
  closed,
  day,
  objected,
  registered,
  reported,
  reportedAgain,
  returned,
} from '../../support/one-case.ts';
import { beijing, contextAt, inBeijing, organs, staffOf } from '../../support/rules.ts';

describe('a case that is handled well', () => {
  it.each([
    { after: [registered], status: 'registered', clocks: ['tell', 'objection'] },
    { after: [registered, accepted], status: 'accepted', clocks: ['handle'] },
    { after: [registered, accepted, assigned], status: 'assigned', clocks: ['handle'] },
    { after: [registered, accepted, assigned, reported], status: 'reported', clocks: ['handle', 'review'] },
    {
      after: [registered, accepted, assigned, reported, returned],
      status: 'returned',
      clocks: ['handle'],
    },
    {
      after: [registered, accepted, assigned, reported, returned, reportedAgain],
      status: 'reported',
      clocks: ['handle', 'review'],
    },
    {
      after: [registered, accepted, assigned, reported, returned, reportedAgain, ...closed],
      status: 'closed',
      clocks: [],
    },
  ])('is $status after $after.length steps, with the clocks $clocks', ({ after, status, clocks }) => {
    const { state } = caseAfter(...after);
    expect(state.status).toBe(status);
    expect(clocksOf(state)).toEqual(clocks);
  });

  it('keeps the answer for the complainant', () => {
    expect(caseAfter(registered, accepted, ...closed).state.answer).toBe('经查属实，施工单位已整改完毕。');
  });
});

describe('a case may end early', () => {
  it.each(Object.keys(DECLINE_REASONS) as (keyof typeof DECLINE_REASONS)[])('declined because %s', (reason) => {
    const { earlier: kind } = refusalFor(reason);
    const before = kind === 'being-handled' ? [accepted] : [accepted, ...closed];
    const stage = {
      stage: 'recheck',
      organ: 'province',
      by: 'QH-EARLIER',
      askedAt: day(2),
      decidedAt: day(2),
    } as const;
    const review = kind === 'rechecked' ? stage : undefined;
    const namedCase = kind && { ...caseAfter(registered, ...before).state, id: 'QH-EARLIER', review };
    const explanation = '具体情况见告知书。';
    const { command, context } = orderedBy('county', day(2), {
      type: 'decline',
      ...{ reason, explanation, earlier: namedCase?.id, needed: '具体地点' },
    });
    const { state } = caseAfter(registered, { command, context: { ...context, namedCase } });
    expect(state.status).toBe('declined');
    expect(isOpen(state)).toBe(false);
    expect(clocksOf(state)).toEqual([]);
  });

  it('transferred to another department', () => {
    const transfer = orderedBy('county', day(2), { type: 'transfer', department: '城市管理局', explanation: '油烟' });
    expect(caseAfter(registered, transfer).state.status).toBe('transferred');
  });
});

describe('an inspection item', () => {
  const handedOver = registeredAt(day(1), { inspection: { batch: '3', item: 'D3QH001' } });

  it('that is returned must be supplemented within six hours', () => {
    const { state } = caseAfter(handedOver, accepted, reported, returned);
    const supplement = runningClocks(state).find(({ name }) => name === 'supplement');
    expect(inBeijing(supplement!.dueAt)).toBe('2026-06-05 16:00');
    expect(clocksOf(caseAfter(handedOver, accepted, reported, returned, reportedAgain).state)).toEqual([
      'handle',
      'review',
    ]);
  });

  it('is closed by the level that reviewed it, not by the lead itself', () => {
    const { state } = caseAfter(handedOver, accepted, reported);
    const close: StaffCommand = { type: 'propose-closing', answer: '经查属实，企业已按要求完成整改。', ...FOUR_MET };
    expect(decide(state, close, contextAt(day(5), staffOf('county')))).toMatchObject({ reason: 'not-yours' });
    expect(decide(state, close, contextAt(day(5), staffOf('city'))).kind).toBe('decided');
  });
});

describe('the right to object', () => {
  const object: StaffCommand = { type: 'object', reason: '不属本单位职责' };
  const objectedBy = (before: readonly Step[], at: string) =>
    decide(caseAfter(...before).state, object, contextAt(beijing(at), staffOf('county'))).kind;

  it('is not taken away when the level above accepts the case', () => {
    const acceptedAbove = orderedBy('city', day(1), { type: 'accept' });
    expect(objectedBy([registered, acceptedAbove], '2026-06-03 10:00')).toBe('decided');
  });

  it('is given up by whoever accepts', () => {
    expect(objectedBy([registered, accepted], '2026-06-03 10:00')).toBe('refused');
  });

  it('does not begin anew by assigning the case to oneself', () => {
    const toOneself = orderedBy('county', beijing('2026-06-12 10:00'), {
      type: 'assign',
      lead: 'county',
      assisting: [],
    });
    expect(objectedBy([registered, toOneself], '2026-06-13 10:00')).toBe('refused');
  });
});

describe('an organ that has left the roster', () => {
  const { county, ...others } = Object.fromEntries(organs);
  const without = { ...contextAt(beijing('2026-06-17 09:00')), organs: new Map(Object.entries(others)) };
  const { state } = caseAfter(registered);

  it('leaves its cases to the catch-all desk, which is chased for them and may act', () => {
    expect(county!.id).toBe('county');
    const chased = decide(state, { type: 'fire-timers' }, without);
    expect(chased.kind === 'decided' && chased.facts.map((fact) => 'to' in fact && fact.to)).toContain('desk');
    expect(decide(state, { type: 'accept' }, { ...without, actor: staffOf('desk') }).kind).toBe('decided');
  });
});

describe('what follows from a command', () => {
  it('an objection leaves the case with its lead, and sets a clock for the answer', () => {
    const { state } = caseAfter(registered, objected);
    expect([state.lead, state.status]).toEqual(['county', 'registered']);
    expect(clocksOf(state)).toEqual(['tell', 'objection-answer']);
  });

  it('a case passed on before it is accepted still owes the complainant word', () => {
    const { state } = caseAfter(
      registered,
      orderedBy('city', day(2), { type: 'assign', lead: 'neighbour', assisting: [] }),
    );
    expect([state.lead, state.status]).toEqual(['neighbour', 'registered']);
    expect(clocksOf(state)).toEqual(['tell', 'objection']);
  });

  it('an extension adds thirty days to the sixty', () => {
    const { state } = caseAfter(registered, accepted, ...extendedBy('county', day(3)));
    expect(inBeijing(runningClocks(state)[0]!.dueAt)).toBe('2026-09-01 00:00');
  });

  it('clocks run from the receipt of the complaint, however late it was registered', () => {
    const late = { ...registered, context: contextAt(day(4)) };
    expect(inBeijing(caseAfter(late).state.clocks[0]!.dueAt)).toBe('2026-06-17 00:00');
  });

  it('registering again changes nothing', () => {
    const { state } = caseAfter(registered);
    expect(decide(state, registered.command, registered.context)).toEqual({ kind: 'decided', facts: [] });
  });
});
