import { describe, expect, it } from 'vitest';
import { listTerms } from '../../../domain/notices/lists/list-terms.ts';
import { beijing, contextAt, inBeijing } from '../../support/rules.ts';

const { calendar } = contextAt(beijing('2026-01-01 00:00'));
const terms = listTerms({ firstDay: '2026-09-03', everyDays: 30 }, '09:05', calendar);

const shown = (at: string) => {
  const term = terms.lastBy(beijing(at));
  return term && `${term.day} ${inBeijing(term.at)} ${inBeijing(term.since)}`;
};

describe('the terms of lists', () => {
  it('begin with the first day, at that time', () => {
    expect(shown('2026-09-03 09:04')).toBeUndefined();
    expect(inBeijing(terms.nextAfter(beijing('2026-01-01 00:00')).at)).toBe('2026-09-03 09:05');
    expect(shown('2026-09-03 09:05')).toBe('2026-09-03 2026-09-03 09:05 2026-08-04 09:05');
  });

  it('come on the next working day where one falls into a holiday: 3 October is of the National Day', () => {
    expect(shown('2026-10-07 23:59')).toBe('2026-09-03 2026-09-03 09:05 2026-08-04 09:05');
    expect(shown('2026-10-08 09:05')).toBe('2026-10-03 2026-10-08 09:05 2026-09-03 09:05');
    expect(inBeijing(terms.nextAfter(beijing('2026-10-05 12:00')).at)).toBe('2026-10-08 09:05');
  });

  it('are counted from the first day on, holiday or not', () => {
    expect(shown('2026-11-02 09:05')).toBe('2026-11-02 2026-11-02 09:05 2026-10-08 09:05');
  });

  it('are known by their days, and no other day is one', () => {
    expect(terms.on('2026-10-03')?.at).toBe(beijing('2026-10-08 09:05'));
    for (const day of ['2026-10-04', '2026-08-04']) expect(terms.on(day)).toBeUndefined();
  });
});
