import { describe, expect, it } from 'vitest';
import { memoryIncidents } from '../../../../adapters/memory/incidents.ts';
import { findNotice } from '../../../../usecases/notices/sending/find-notice.ts';
import { caseAfter, closedBy, orderedBy, RECEIPT, registeredAt, type Step } from '../../../support/cases.ts';
import { beijing, contextAt } from '../../../support/rules.ts';
import { rules } from '../../../support/world.ts';

const start = registeredAt(beijing('2026-06-05 20:00'));
const accusing = { type: 'correct-accused', accused: ['county'], reason: '反映本单位' } as const;
const TO_COUNTY = `${RECEIPT}#1#county#handler#email`;

const find = (id: string, { state, events }: ReturnType<typeof caseAfter>) =>
  findNotice(id, {
    cases: { load: async () => state, events: async () => events },
    incidents: memoryIncidents(),
    rules: rules(),
  });

describe('a notice that was put by', () => {
  it('is found as it was promised while nobody is accused', async () => {
    expect(await find(TO_COUNTY, caseAfter(start))).toMatchObject({ id: TO_COUNTY });
  });

  it('goes no more to an organ that its case came to accuse meanwhile', async () => {
    const accused = caseAfter(start, orderedBy('city', beijing('2026-06-06 10:00'), accusing));
    expect(await find(TO_COUNTY, accused)).toBe('superseded');
    expect(await find(`${RECEIPT}#1#nobody#handler#email`, accused)).toBeUndefined();
  });

  const FRIDAY = beijing('2026-06-05 20:10');
  const SATURDAY = beijing('2026-06-06 10:00');
  const accept = orderedBy('county', FRIDAY, { type: 'accept', procedure: 'petition' });
  const report = orderedBy('county', FRIDAY, { type: 'report', findings: '已查明，正在整改。' });
  const answered = closedBy('county', FRIDAY, {
    ...{ facts: '工地夜间浇筑。', opinion: '已责令停止夜间施工。', outcome: 'supported', basis: ['青禾省规定'] },
  });
  const asked: Step = {
    command: { type: 'follow-up', receipt: 'QH-0000-0000-0002', to: RECEIPT, as: 'supplement', channel: 'web' },
    context: contextAt(FRIDAY),
  };
  const review = orderedBy('county', SATURDAY, { type: 'request-review' });

  it.each([
    [
      'that the case is theirs, which was given to another',
      [],
      orderedBy('city', SATURDAY, { type: 'assign', lead: 'neighbour', assisting: [] }),
      '1#county',
    ],
    [
      'to review a report that was sent back',
      [accept, report],
      orderedBy('city', SATURDAY, { type: 'return', missing: '缺监测数据。' }),
      '3#city',
    ],
    [
      'to decide on opening a case again whose complainant has asked for a review',
      [accept, ...answered, asked],
      review,
      '5#county',
    ],
    [
      'to decide on a review that was decided',
      [accept, ...answered, review],
      orderedBy('city', SATURDAY, { type: 'decide-review', ruling: 'upheld', opinion: '维持。' }),
      '5#city',
    ],
  ])('does not tell them after a week-end %s', async (_, before, meanwhile, letter) => {
    const id = `${RECEIPT}#${letter}#handler#email`;
    expect(await find(id, caseAfter(start, ...before))).toMatchObject({ id });
    expect(await find(id, caseAfter(start, ...before, meanwhile))).toBe('superseded');
  });
});
