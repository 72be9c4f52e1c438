import { expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { decide } from '../../../domain/case/decide.ts';
import { caseAfter, closedBy, orderedBy, registeredAt, type Step } from '../../support/cases.ts';
import { beijing, inBeijing } from '../../support/rules.ts';

const by = (at: string, command: StaffCommand) => orderedBy('county', beijing(at), command);
const accepted = [registeredAt(beijing('2026-11-26 09:00')), by('2026-11-26 10:00', { type: 'accept' })] as const;
const filed = by('2026-11-30 09:00', { type: 'file-penalty', fileNumber: '〔2026〕1号', on: '2026-11-27' });
const ended = (result: 'penalised' | 'not-penalised') =>
  by('2026-12-28 09:00', { type: 'end-penalty', result, on: '2026-12-24' });
const published = (at: string, outcome: 'published' | 'withheld') =>
  by(at, { type: 'publish-penalty', outcome, words: '门户网站行政处罚专栏' });

const clocksAfter = (...steps: readonly Step[]) =>
  caseAfter(...accepted, ...steps)
    .state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)
    .map(({ name, dueAt }) => `${name} ${inBeijing(dueAt)}`);

const refusal = (steps: readonly Step[], { command, context }: Step) => {
  const decision = decide(caseAfter(...accepted, ...steps).state, command, context);
  return decision.kind === 'refused' && decision.detail;
};

it('what was found, filed or decided on Friday and is recorded on Monday has its days from Friday', () => {
  const clue = by('2026-11-30 09:00', { type: 'suspect-violation', clue: '夜间排放', on: '2026-11-27' });
  expect(clocksAfter(clue)).toContain('penalty-filing 2026-12-13 00:00');
  expect(clocksAfter(filed)).toContain('penalty-decision 2027-02-26 00:00');
  expect(clocksAfter(filed, ended('not-penalised'))).toContain('penalty-answer 2027-01-09 00:00');
});

it('what has not been yet is not recorded', () => {
  const tomorrow = by('2026-11-30 23:59', { type: 'file-penalty', fileNumber: '〔2026〕1号', on: '2026-12-01' });
  expect(refusal([], tomorrow)).toBe('日期不能晚于今天');
});

it('a penalty of Christmas Eve is published in seven working days, over New Year; what is none is not', () => {
  expect(clocksAfter(filed, ended('penalised'))).toContain('penalty-publication 2027-01-06 00:00');
  expect(clocksAfter(filed, ended('not-penalised')).join()).not.toContain('publication');
  expect(refusal([filed, ended('not-penalised')], published('2026-12-29 09:00', 'published'))).toBe(
    '没有待公开的处罚决定',
  );
});

it('its publication is waited for after the answer too, until it stands there or the law keeps it back; then nobody records it again', () => {
  const answer = closedBy('county', beijing('2026-12-29 09:00'), {
    ...{ answer: '经查属实，已依法罚款并责令改正。', truth: 'substantiated' },
  });
  const steps = [filed, ended('penalised'), ...answer];
  expect(clocksAfter(...steps)).toEqual(['penalty-publication 2027-01-06 00:00']);
  for (const outcome of ['published', 'withheld'] as const) {
    const recorded = [...steps, published('2026-12-30 09:00', outcome)];
    expect(clocksAfter(...recorded)).toEqual([]);
    expect(refusal(recorded, published('2026-12-31 09:00', outcome))).toBe('没有待公开的处罚决定');
  }
});
