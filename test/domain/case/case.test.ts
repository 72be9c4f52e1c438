import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { isOpen, runningClocks } from '../../../domain/case/case.ts';
import { decide } from '../../../domain/case/decide.ts';
import { DECLINE_REASONS, refusalFor } from '../../../domain/case/decline-reasons.ts';
import { caseAfter, closedBy, extendedBy, FOUR_MET, orderedBy, registeredAt, type Step } from '../../support/cases.ts';
import { beijing, contextAt, inBeijing, organs, staffOf } from '../../support/rules.ts';

const day = (number: number) => beijing(`2026-06-${String(number).padStart(2, '0')} 10:00`);
const registered = registeredAt(day(1));
const accepted = orderedBy('county', day(2), { type: 'accept' });
const assigned = orderedBy('city', day(3), { type: 'assign', lead: 'county', assisting: ['neighbour'] });
const reported = orderedBy('county', day(4), { type: 'report', findings: '已查实' });
const returned = orderedBy('city', day(5), { type: 'return', missing: '监测报告' });
const reportedAgain = orderedBy('county', beijing('2026-06-05 15:00'), { type: 'report', findings: '补充' });
const closed = closedBy('city', day(6), { answer: '经查属实，施工单位已整改完毕。' });

const objected = orderedBy('county', day(2), { type: 'object', reason: '跨界' });

const clocksOf = (state: ReturnType<typeof caseAfter>['state']) => runningClocks(state).map(({ name }) => name);

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
    const before = kind === 'answered' ? [accepted, ...closed] : [accepted];
    const namedCase = kind && { ...caseAfter(registered, ...before).state, id: 'QH-EARLIER' };
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

describe('nobody acts out of turn', () => {
  const refusal = (before: readonly Step[], organ: string, command: StaffCommand, at = day(7)) => {
    const decision = decide(caseAfter(...before).state, command, contextAt(at, staffOf(organ)));
    return decision.kind === 'refused' ? decision.reason : decision.kind;
  };
  const request: StaffCommand = { type: 'request-extension', reason: '监测未完成' };
  const extend: StaffCommand = { type: 'extend' };

  it.each([
    {
      who: 'a neighbour',
      organ: 'neighbour',
      command: { type: 'accept' } as const,
      before: [registered],
      answer: 'not-yours',
    },
    {
      who: 'the lead itself',
      organ: 'county',
      command: { type: 'return', missing: '无' } as const,
      before: [registered, accepted, reported],
      answer: 'not-yours',
    },
    {
      who: 'the city above',
      organ: 'city',
      command: { type: 'object', reason: '无' } as const,
      before: [registered],
      answer: 'not-yours',
    },
    {
      who: 'the lead, twice',
      organ: 'county',
      command: { type: 'accept' } as const,
      before: [registered, accepted],
      answer: 'not-allowed',
    },
    {
      who: 'the lead, after the end',
      organ: 'county',
      command: { type: 'report', findings: '无' } as const,
      before: [registered, accepted, ...closed],
      answer: 'not-allowed',
    },
  ])('$who cannot $command.type', ({ organ, command, before, answer }) => {
    expect(refusal(before, organ, command)).toBe(answer);
  });

  it('an unknown organ cannot be assigned', () => {
    expect(refusal([registered, accepted], 'city', { type: 'assign', lead: 'nobody', assisting: [] })).toBe(
      'not-allowed',
    );
  });

  it('a county hands a case to nobody but itself; the city to its own counties; the desk to anybody', () => {
    const assign = (lead: string): StaffCommand => ({ type: 'assign', lead, assisting: [] });
    expect(refusal([registered], 'county', assign('neighbour'))).toBe('not-allowed');
    expect(refusal([registered], 'city', assign('neighbour'))).toBe('decided');
    expect(refusal([registered], 'city', assign('province'))).toBe('not-allowed');
    const atTheDesk = [registered, objected, orderedBy('desk', day(2), { type: 'agree-return' })];
    expect(refusal(atTheDesk, 'desk', assign('neighbour'))).toBe('decided');
  });

  it('a handling period is extended once, and only before it ends', () => {
    expect(refusal([registered, accepted, ...extendedBy('county', day(3))], 'county', request)).toBe('not-allowed');
    const asked = [registered, accepted, orderedBy('county', day(3), request)];
    expect(refusal(asked, 'county/head', extend, beijing('2026-08-01 23:59'))).toBe('decided');
    expect(refusal(asked, 'county/head', extend, beijing('2026-08-02 00:00'))).toBe('not-allowed');
  });

  it('nobody approves the extension that they asked for, and nobody approves one that was not asked for', () => {
    const asked = [registered, accepted, orderedBy('county', day(3), request)];
    expect(refusal(asked, 'county', extend)).toBe('not-allowed');
    expect(refusal(asked, 'county/head', extend)).toBe('decided');
    expect(refusal(asked, 'city', extend)).toBe('decided');
    expect(refusal([registered, accepted], 'city', extend)).toBe('not-allowed');
    const refused = [...asked, orderedBy('city', day(4), { type: 'refuse-extension', reason: '监测已完成' })];
    expect(refusal(refused, 'county/head', extend)).toBe('not-allowed');
    expect(refusal(refused, 'county', request)).toBe('decided');
  });

  it('a case that was extended is not extended again after it was closed and opened again', () => {
    const again = [
      ...[registered, accepted, ...extendedBy('county', day(3))],
      ...closedBy('county', day(4), { answer: '经查属实，企业已按要求完成整改。' }),
      orderedBy('city', day(5), { type: 'reopen', reason: '处理不到位' }),
    ];
    expect(refusal(again, 'county', request)).toBe('not-allowed');
  });

  it('nobody opens their own case again unasked, to begin a new period', () => {
    const ended = [registered, accepted, ...closedBy('county', day(4), { answer: '经查属实，企业已按要求完成整改。' })];
    expect(refusal(ended, 'county', { type: 'reopen', reason: '再办' })).toBe('not-yours');
    expect(refusal(ended, 'city', { type: 'reopen', reason: '再办' })).toBe('decided');
  });

  it.each<StaffCommand>([
    { type: 'decline', reason: 'not-competent', explanation: '不属本单位职责' },
    { type: 'transfer', department: '住建局', explanation: '属住建职责' },
  ])('no lead ends an inspection item by $type: the level above does', (command) => {
    const handedOver = registeredAt(day(1), { inspection: { batch: '3', item: 'D3QH001' } });
    expect(refusal([handedOver], 'county', command)).toBe('not-yours');
    expect(refusal([handedOver], 'city', command)).toBe('decided');
  });

  it('an objection comes within five working days, the last one included', () => {
    const object: StaffCommand = { type: 'object', reason: '不属本单位职责' };
    expect(refusal([registered], 'county', object, beijing('2026-06-08 23:59'))).toBe('decided');
    expect(refusal([registered], 'county', object, beijing('2026-06-09 00:00'))).toBe('not-allowed');
  });

  it('an inspection item is not closed before it is reported', () => {
    const inspected = registeredAt(day(1), { inspection: { batch: '3', item: 'D3QH001' } });
    expect(refusal([inspected, accepted], 'city', { type: 'propose-closing', answer: '已办结' })).toBe('not-allowed');
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
