import { expect, it } from 'vitest';
import type { Registration } from '../../../domain/case/acts/register.ts';
import { lettersOf } from '../../../domain/notices/staff/letters.ts';
import { bodyOf } from '../../../domain/notices/wording.ts';
import { caseAfter, closedBy, orderedBy, RECEIPT, registeredAt } from '../../support/cases.ts';
import { beijing, contextAt } from '../../support/rules.ts';

const at = (day: number) => beijing(`2026-12-${String(day).padStart(2, '0')} 10:00`);
const rate = { type: 'rate', receipt: RECEIPT, grade: 'dissatisfied', reasons: ['slow'] } as const;

/** What the officer reads of a complainant who is dissatisfied. */
function told(complaint: Partial<Registration['complaint']>): string {
  const { state, events } = caseAfter(
    registeredAt(at(1), complaint),
    orderedBy('county', at(2), { type: 'accept' }),
    ...closedBy('county', at(9), { answer: '经查属实，施工单位已停工整改。' }),
    { command: rate, context: contextAt(at(10)) },
  );
  const context = contextAt(at(10));
  return lettersOf(events.at(-1)!, state, context)
    .map(({ words }) => bodyOf(words, context.texts))
    .join('\n');
}

it('an officer is asked to call back whoever is dissatisfied', () => {
  expect(told({})).toContain('请回访了解情况');
});

it('an officer is sent to the office that passed the matter on where nobody can call the complainant', () => {
  const said = told({ channel: 'partner', anonymous: true });
  expect(said).toContain('请向来件单位了解情况');
  expect(said).not.toContain('请回访');
});
