import { beforeAll, describe, expect, it } from 'vitest';
import { attributesOf } from '../../../adapters/dynamodb/cases/case-items.ts';
import { attributesOfEvent } from '../../../adapters/dynamodb/cases/event-items.ts';
import { StaffCommandSchema } from '../../../domain/case/acts.ts';
import type { Case } from '../../../domain/case/case.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { showCase } from '../../../usecases/staff/show-case.ts';
import { caseAfter, orderedBy, RECEIPT, registeredAt } from '../../support/cases.ts';
import { crowd, life, words } from '../../support/crowd.ts';
import { beijing, staffOf } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

/** What DynamoDB takes as one item, and how near to it any of ours may come. */
const AN_ITEM = 400 * 1024;
const NEAR = AN_ITEM * 0.6;

const at = beijing('2026-06-02 10:00');
const bytes = (item: object) => Buffer.byteLength(JSON.stringify(item));
const LONG = '经'.repeat(20_000);

describe('a case with 500 absorbed cases, 1 000 follow-ups and every field at its longest', () => {
  let whole: ReturnType<typeof crowd>;
  beforeAll(() => {
    whole = crowd();
  }, 60_000);

  it('comes near the size of an item by none of its items', () => {
    expect(whole.state.absorbed).toHaveLength(500);
    expect(bytes(attributesOf(whole.state))).toBeLessThan(NEAR);
    expect(Math.max(...whole.events.map((event) => bytes(attributesOfEvent(event))))).toBeLessThan(NEAR);
  });

  it('opens', async () => {
    const load = async (id: string): Promise<Case | undefined> => (id === RECEIPT ? whole.state : undefined);
    const readComplaint = async () => undefined;
    const deps = {
      cases: { load, events: async () => whole.events },
      complaints: { readComplaint },
      context: rules(),
      waysOf: () => [],
    };
    const shown = await showCase(RECEIPT, staffOf('city'), at, deps);
    expect(shown.kind === 'shown' && [shown.value.joint.length, shown.value.followUps.length]).toEqual([20, 20]);
  });

  it('acts, and tells each of the complainants once', () => {
    const closed = whole.events.findLast(({ type }) => type === 'closed')!;
    const told = noticesFor(closed, whole.state, rules(), whole.state).map(({ caseId }) => caseId);
    expect(new Set(told).size).toBe(501);
    expect(told).toHaveLength(501);
  });

  it('takes in no more', () => {
    const namedCase = { ...whole.state, status: 'accepted' as const, id: 'QH-0' };
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
