import { expect, it } from 'vitest';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { caseAfter, orderedBy, registeredAt, type Step, swept } from '../../support/cases.ts';
import { beijing, contextAt } from '../../support/rules.ts';

/** Ninety days from 8 November 2026 end on Saturday 6 February 2027, the first of the lunar new year: off until the 10th. */
const at = (time: string) => beijing(`2026-11-08 ${time}`);
const FILED = [
  registeredAt(at('09:00')),
  orderedBy('county', at('10:00'), { type: 'accept' }),
  orderedBy('county', at('11:00'), { type: 'file-penalty', fileNumber: '〔2026〕1号' }),
] as const;
const lettersOfLast = (...steps: readonly Step[]) => {
  const { state, events } = caseAfter(...FILED, ...steps);
  const last = events.at(-1)!;
  return noticesFor(last, state, contextAt(last.at)).map(({ text }) => text);
};
const ask = (time: string) =>
  orderedBy('county', beijing(time), { type: 'request-extension', reason: '案情复杂', clock: 'penalty-decision' });

it('whoever approves more time reads for which period, until when it runs and would run', () => {
  expect(lettersOfLast(ask('2027-01-08 10:00')).join()).toContain(
    '申请延长的期限：作出处理决定，现为2027年2月6日（周六）24:00前，批准后为2027年3月8日（周一）24:00前',
  );
});

it('on the first day after the holiday nobody reads that they are late, on the next one everybody', () => {
  const textAt = (time: string) => lettersOfLast(ask(time)).join();
  expect(textAt('2027-02-11 10:00')).toContain('2027年2月6日（周六）24:00前（北京时间），节假日顺延，还有14小时');
  expect(lettersOfLast(swept(beijing('2027-02-11 20:00'))).join()).not.toContain('已超期');
  expect(lettersOfLast(swept(beijing('2027-02-12 08:15'))).join()).toContain('已超期8小时');
});

it('a letter of what comes in meanwhile names no day for a period that stands still', () => {
  const paused = orderedBy('county', beijing('2026-12-01 10:00'), {
    type: 'pause-penalty',
    cause: 'appraisal',
    reason: '委托鉴定',
  });
  expect(lettersOfLast(paused).join()).not.toContain('作出处理决定');
});
