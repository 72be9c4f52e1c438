import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf } from '../../../../adapters/dynamodb/cases/case-items.ts';
import { eventOf } from '../../../../adapters/dynamodb/cases/event-items.ts';
import type { Command, StaffCommand } from '../../../../domain/case/acts.ts';
import { type Case, isOpen } from '../../../../domain/case/case.ts';
import { decide } from '../../../../domain/case/decide.ts';
import { evolve } from '../../../../domain/case/evolve.ts';
import { record } from '../../../../domain/case/record.ts';
import { toldOf } from '../../../../domain/notices/complainants/tellings.ts';
import { noticesFor } from '../../../../domain/notices/notices-for.ts';
import { caseAfter, RECEIPT, registeredAt } from '../../../support/cases.ts';
import { beijing, contextAt, policies, staffOf } from '../../../support/rules.ts';

const start = beijing('2026-06-01 10:00');
const afterHours = (hours: number) => new Date(Date.parse(start) + hours * 3_600_000).toISOString();

const followUp = fc.record({
  type: fc.constant('follow-up' as const),
  receipt: fc.integer({ min: 1, max: 12 }).map((n) => `QH-9999-9999-${1000 + n}`),
  to: fc.constantFrom(RECEIPT, 'QH-2222-2222-2222'),
  as: fc.constantFrom('supplement' as const, 'urge' as const, 'send-back' as const, 'withdraw' as const),
  channel: fc.constantFrom('web' as const, 'email' as const, 'partner' as const),
});
const byStaff = fc.constantFrom<StaffCommand>(
  { type: 'accept' },
  { type: 'report', findings: '属实' },
  { type: 'return', missing: '监测' },
  { type: 'propose-closing', answer: '经查属实，企业已按要求完成整改。' },
  { type: 'close' },
  { type: 'decline', reason: 'not-competent', explanation: '具体情况见告知书。' },
  { type: 'transfer', department: '城管局', explanation: '油烟' },
  { type: 'reopen', reason: '反弹' },
  { type: 'decline-reopening', reason: '没有新事实' },
);
const step = fc.tuple(fc.oneof(followUp, byStaff, fc.constant({ type: 'fire-timers' as const })), fc.nat({ max: 400 }));

/** Nobody signs what they proposed. */
const actorOf = ({ type }: Command) => staffOf(type === 'close' ? 'city/head' : 'city');

/** Whatever anybody asks, one after the other; what is refused changes nothing. */
function live(steps: readonly (readonly [Command, number])[]) {
  const { state: opened, events } = caseAfter(registeredAt(start));
  let state: Case = opened;
  let hours = 0;
  for (const [command, wait] of steps) {
    hours += wait;
    const actor = command.type === 'follow-up' || command.type === 'fire-timers' ? undefined : actorOf(command);
    const now = afterHours(hours);
    const decision = decide(state, command, contextAt(now, actor));
    if (decision.kind === 'refused') continue;
    const recorded = record(RECEIPT, state, decision.facts, contextAt(now), toldOf);
    state = recorded.state!;
    events.push(...recorded.events);
  }
  return { state, events };
}

describe('a case to which more and more comes in', () => {
  it('knows each follow-up once, in the order they came, and what it keeps is read back as it is', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { state, events } = live(steps);
        const told = events.filter((event) => event.type === 'followed-up').map(({ receipt }) => receipt);
        expect(new Set(told).size).toBe(told.length);
        expect((state.followUps ?? []).map(({ receipt }) => receipt)).toEqual(told);
        expect(caseOf(state)).toEqual(state);
        expect(events.map(eventOf)).toEqual(events);
      }),
    );
  });

  it('is asked for again only while it has ended, and owes an answer whenever it was opened', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { state } = live(steps);
        const running = state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ name }) => name);
        if (isOpen(state)) {
          expect(state.reopeningAsked).toBeUndefined();
          expect(running.some((name) => name === 'tell' || name === 'handle')).toBe(true);
        } else expect(running).toEqual(state.reopeningAsked ? ['reopening'] : []);
      }),
    );
  });

  it('causes notices each of its own id, and a word to nobody twice within a day of writing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { events } = live(steps);
        const states = events.map(
          (_, index) =>
            events
              .slice(0, index + 1)
              .reduce<Case | undefined>((state, event) => evolve(state, event, policies), undefined)!,
        );
        const notices = events.flatMap((event, index) => noticesFor(event, states[index]!, contextAt(start)));
        expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length);
        const words = notices.filter(({ subject, text }) => subject.endsWith('已收到') && text.includes('一并办理'));
        for (const [, ofOne] of Map.groupBy(words, ({ caseId }) => caseId)) {
          const at = ofOne.map((notice) => Date.parse(notice.at));
          expect(at.every((moment, index) => index === 0 || moment - at[index - 1]! >= 86_400_000)).toBe(true);
        }
      }),
    );
  });

  it('remembers the latest hundred and counts every call to hurry', () => {
    const steps = Array.from({ length: 130 }, (_, n): readonly [Command, number] => [
      { type: 'follow-up', receipt: `QH-1111-1111-${1000 + n}`, to: RECEIPT, as: 'urge', channel: 'web' },
      0,
    ]);
    const { state } = live(steps);
    expect([state.followUps?.length, state.followUps?.at(-1)?.receipt, state.urges]).toEqual([
      ...[100, 'QH-1111-1111-1129', 130],
    ]);
  });
});
