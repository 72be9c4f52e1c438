import type { StaffCommand } from '../../domain/case/acts.ts';
import { REASONS, type Reason } from '../../domain/case/answer/satisfaction.ts';
import { MOST_JOINED } from '../../domain/case/handling/joining.ts';
import { LONGEST_QUESTION, MOST_OPEN } from '../../domain/case/handling/questions.ts';
import { COUNTED_MEASURES } from '../../domain/procedure/findings.ts';
import { caseAfter, orderedBy, registeredAt, type Step } from './cases.ts';
import { beijing, contextAt } from './rules.ts';

const at = beijing('2026-06-02 10:00');
const context = contextAt(at);
const number = (n: number) => `QH-${String(n).padStart(4, '0')}-ABCD-EFGH`;
const many = <One>(count: number, make: (n: number) => One): One[] => Array.from({ length: count }, (_, n) => make(n));

const absorbed: Step[] = many(MOST_JOINED, (n) => {
  const order = { partner: 'hotline-of-the-province', number: `转办〔2026〕${'9'.repeat(60)}` };
  const until = beijing('2026-06-30 18:00');
  return { command: { type: 'absorb', receipt: number(n), channel: 'partner', order, until }, context };
});
const followedUp: Step[] = many(1000, (n) => ({
  command: { type: 'follow-up', receipt: number(1000 + n), to: number(n % MOST_JOINED), as: 'urge', channel: 'wechat' },
  context,
}));
const LONGEST = '经'.repeat(5000);
export const words = { explanation: LONGEST, reason: LONGEST, findings: LONGEST, missing: LONGEST };
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
export const life: StaffCommand[] = [
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

/** A case that as many have joined, followed and rated as may, with every field of its acts at its longest. */
export function crowd(): ReturnType<typeof caseAfter> {
  const asked = many(MOST_OPEN, () =>
    orderedBy('county', at, { type: 'ask', question: '问'.repeat(LONGEST_QUESTION) }),
  );
  const steps = life.map((command) => orderedBy(giverOf(command), at, command));
  return caseAfter(named, ...absorbed, ...followedUp, ...asked, ...steps, ...rated);
}
