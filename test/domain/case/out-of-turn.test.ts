import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { decide } from '../../../domain/case/decide.ts';
import { caseAfter, closedBy, extendedBy, orderedBy, registeredAt, type Step } from '../../support/cases.ts';
import { accepted, closed, day, objected, registered, reported } from '../../support/one-case.ts';
import { beijing, contextAt, staffOf } from '../../support/rules.ts';

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
