import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../../domain/case/acts.ts';
import { staffActOf } from '../../../../domain/case/acts.ts';
import type { Case } from '../../../../domain/case/case.ts';
import { obstacleTo } from '../../../../domain/case/commands/obstacle.ts';
import { decide } from '../../../../domain/case/decide.ts';
import { caseAfter, orderedBy, RECEIPT, registeredAt } from '../../../support/cases.ts';
import { beijing, contextAt, staffOf } from '../../../support/rules.ts';

const at = (day: number) => beijing(`2026-12-${String(day).padStart(2, '0')} 10:00`);
const taken = (complaint: object) =>
  caseAfter(registeredAt(at(1), complaint), orderedBy('county', at(2), { type: 'accept' })).state;
const anonymous = taken({ channel: 'partner', anonymous: true });
const [OTHER, LATER] = ['QH-0000-0000-0002', 'QH-0000-0000-0003'];
const joined: Case = { ...anonymous, absorbed: [{ receipt: OTHER, channel: 'web', seq: 3 }] };

const context = contextAt(at(3), staffOf('county'));
const why = (type: StaffCommand['type'], state: Case) => obstacleTo(staffActOf(type), state, context)?.detail;
const given = (command: StaffCommand, state: Case) => {
  const decision = decide(state, command, context);
  return decision.kind === 'refused' ? decision.detail : decision.kind;
};

describe('somebody whom a partner passed on without a name', () => {
  it.each(['ask', 'reveal-contact'] as const)(
    'is reached by nobody: `%s` is not offered, and says whom to turn to',
    (type) => {
      expect(why(type, anonymous)).toContain('请向来件单位了解');
      expect(why(type, taken({}))).toBeUndefined();
    },
  );

  it('is not reached in the place of another who complained of the same', () => {
    const asked = (receipt: string) => given({ type: 'ask', question: '夜里几点？', receipt }, joined);
    const shown = (receipt: string) => given({ type: 'reveal-contact', reason: 'facts', receipt }, joined);
    expect([asked(OTHER), shown(OTHER)]).toEqual(['decided', 'decided']);
    for (const refused of [asked(RECEIPT), shown(RECEIPT)]) expect(refused).toContain('请向来件单位了解');
  });

  it('is reached as little once their complaint is joined to another, or where they add to it', () => {
    const absorb = { type: 'absorb', receipt: OTHER, channel: 'partner', outOfReach: true } as const;
    const more = { type: 'follow-up', receipt: LATER, to: OTHER, as: 'supplement', channel: 'partner' } as const;
    const into = (complaint: object) =>
      caseAfter(
        ...[registeredAt(at(1), complaint), orderedBy('county', at(2), { type: 'accept' })],
        ...[absorb, { ...more, outOfReach: true } as const].map((command) => ({ command, context: contextAt(at(2)) })),
      ).state;
    const own = into({});
    for (const receipt of [OTHER, LATER])
      expect(given({ type: 'reveal-contact', reason: 'facts', receipt }, own)).toContain('请向来件单位了解');
    expect(given({ type: 'ask', question: '夜里几点？', receipt: OTHER }, own)).toContain('请向来件单位了解');
    expect([why('ask', own), why('reveal-contact', own)]).toEqual([undefined, undefined]);
    const nobody = into({ channel: 'partner', anonymous: true });
    for (const type of ['ask', 'reveal-contact'] as const) expect(why(type, nobody)).toContain('请向来件单位了解');
  });
});
