import type { Day } from '../../../domain/calendar/day.ts';
import type { Sent } from '../../outside/outbox.ts';
import { rule } from './words.ts';

/** 登记总账: how many days were sealed, and what the auditor was told of that day. */
export function ledgerLines(letters: readonly Sent[], day: Day): string[] {
  const own = letters.find(({ caseId }) => caseId === `SEAL-${day}`);
  const [subject, values] = own?.text.split('\n\n') ?? [];
  return [
    '',
    rule('登记总账'),
    `每天凌晨1点封存前一天，共封存${letters.length}天，封存值都已告知审计人员。当天的是：`,
    ...[subject, ...(values ?? '').split('\n')].map((line) => `  ${line}`),
  ];
}
