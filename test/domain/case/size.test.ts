import { beforeAll, describe, expect, it } from 'vitest';
import { attributesOf, attributesOfEvent } from '../../../adapters/dynamodb/case-items.ts';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { StaffCommandSchema } from '../../../domain/case/acts.ts';
import type { Case } from '../../../domain/case/case.ts';
import { MOST_JOINED } from '../../../domain/case/joining.ts';
import { LONGEST_QUESTION, MOST_OPEN } from '../../../domain/case/questions.ts';
import { REASONS, type Reason } from '../../../domain/case/satisfaction.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { COUNTED_MEASURES } from '../../../domain/procedure/findings.ts';
import { showCase } from '../../../usecases/staff/show-case.ts';
import { caseAfter, orderedBy, RECEIPT, registeredAt, type Step } from '../../support/cases.ts';
import { beijing, contextAt, staffOf } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

/** What DynamoDB takes as one item, and how near to it any of ours may come. */
const AN_ITEM = 400 * 1024;
const NEAR = AN_ITEM * 0.6;

const at = beijing('2026-06-02 10:00');
const context = contextAt(at);
const number = (n: number) => `QH-${String(n).padStart(4, '0')}-ABCD-EFGH`;
const many = <One>(count: number, make: (n: number) => One): One[] => Array.from({ length: count }, (_, n) => make(n));
const bytes = (item: object) => Buffer.byteLength(JSON.stringify(item));

const absorbed: Step[] = many(MOST_JOINED, (n) => {
  const order = { partner: 'hotline-of-the-province', number: `转办〔2026〕${'9'.repeat(60)}` };
  const until = beijing('2026-06-30 18:00');
  return { command: { type: 'absorb', receipt: number(n), channel: 'partner', order, until }, context };
});
const followedUp: Step[] = many(1000, (n) => ({
  command: { type: 'follow-up', receipt: number(1000 + n), to: number(n % MOST_JOINED), as: 'urge', channel: 'wechat' },
  context,
}));
const LONG = '经'.repeat(20_000);
const LONGEST = '经'.repeat(5000);
const words = { explanation: LONGEST, reason: LONGEST, findings: LONGEST, missing: LONGEST };
const shown = { met: true, evidence: '证'.repeat(300), materials: [], visits: [] } as const;
const propose: StaffCommand = {
  type: 'propose-closing',
  ...{ answer: LONGEST, facts: LONGEST, opinion: LONGEST },
  basis: many(10, () => '依'.repeat(300)),
  truth: 'partly',
  measures: COUNTED_MEASURES.map((kind) => ({ kind, count: 9_999 })),
  grievances: many(9, (n) => ({ part: n + 1, answer: '答'.repeat(300) })),
  four: { facts: shown, rectified: shown, responsible: shown, satisfied: shown },
};
const life: StaffCommand[] = [
  { type: 'accept' },
  { type: 'assign', lead: 'county', assisting: ['neighbour'], reason: words.reason },
  { type: 'report', findings: words.findings },
  { type: 'return', missing: words.missing },
  { type: 'report', findings: words.findings },
  propose,
  { type: 'close' },
];

const rated: Step[] = many(MOST_JOINED, (n) => ({
  command: { type: 'rate', receipt: number(n), grade: 'dissatisfied', reasons: Object.keys(REASONS) as Reason[] },
  context,
}));

/** A complaint of as many grievances as are told apart. */
const first = registeredAt(at);
const { registration } = first.command;
const part = { types: ['噪声'], subtypes: [], matter: 'unknown', urgency: 'normal' } as const;
const parts = many(9, (n) => ({ ...part, start: n * 20, end: n * 20 + 20 }));
const classification = { ...registration.classification, parts };
const named: Step = { ...first, command: { ...first.command, registration: { ...registration, classification } } };

const giverOf = ({ type }: StaffCommand): string =>
  ({ report: 'county', close: 'city' })[type as string] ?? 'city/head';

describe('a case with 500 absorbed cases, 1 000 follow-ups and every field at its longest', () => {
  let crowd: ReturnType<typeof caseAfter>;
  beforeAll(() => {
    const asked = many(MOST_OPEN, () =>
      orderedBy('county', at, { type: 'ask', question: '问'.repeat(LONGEST_QUESTION) }),
    );
    const steps = life.map((command) => orderedBy(giverOf(command), at, command));
    crowd = caseAfter(named, ...absorbed, ...followedUp, ...asked, ...steps, ...rated);
  }, 60_000);

  it('comes near the size of an item by none of its items', () => {
    expect(crowd.state.absorbed).toHaveLength(500);
    expect(bytes(attributesOf(crowd.state))).toBeLessThan(NEAR);
    expect(Math.max(...crowd.events.map((event) => bytes(attributesOfEvent(event))))).toBeLessThan(NEAR);
  });

  it('opens', async () => {
    const load = async (id: string): Promise<Case | undefined> => (id === RECEIPT ? crowd.state : undefined);
    const readComplaint = async () => undefined;
    const deps = {
      cases: { load, events: async () => crowd.events },
      complaints: { readComplaint },
      context: rules(),
      waysOf: () => [],
    };
    const shown = await showCase(RECEIPT, staffOf('city'), at, deps);
    expect(shown.kind === 'shown' && [shown.value.joint.length, shown.value.followUps.length]).toEqual([20, 20]);
  });

  it('acts, and tells each of the complainants once', () => {
    const closed = crowd.events.findLast(({ type }) => type === 'closed')!;
    const told = noticesFor(closed, crowd.state, rules(), crowd.state).map(({ caseId }) => caseId);
    expect(new Set(told).size).toBe(501);
    expect(told).toHaveLength(501);
  });

  it('takes in no more', () => {
    const namedCase = { ...crowd.state, status: 'accepted' as const, id: 'QH-0' };
    const join = orderedBy('city/head', beijing('2026-06-03 11:00'), { type: 'join', into: 'QH-0' });
    const given = { ...join, context: { ...join.context, namedCase } };
    const later = registeredAt(beijing('2026-06-03 10:00'));
    expect(() => caseAfter(later, given)).toThrow('该件已并入500件，请并入其他件');
  });
});

it.each(Object.keys(words))('a field with 20 000 characters (%s) is refused, and nothing is written', (field) => {
  const bodies = [...life, { type: 'decline', reason: 'not-competent', explanation: 'x' }];
  const body = bodies.find((one) => field in one)!;
  expect(StaffCommandSchema.safeParse({ ...body, [field]: LONG }).success).toBe(false);
});
