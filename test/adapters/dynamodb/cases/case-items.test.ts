import { describe, expect, it } from 'vitest';
import { caseOf } from '../../../../adapters/dynamodb/cases/case-items.ts';
import { eventOf } from '../../../../adapters/dynamodb/cases/event-items.ts';
import { caseAfter, registeredAt } from '../../../support/cases.ts';
import { beijing } from '../../../support/rules.ts';

const { state, events } = caseAfter(registeredAt(beijing('2026-06-01 10:00')));

describe('a case as it is kept', () => {
  it('keeps the industries of those complained of, in its state and in its events', () => {
    const industries = ['建筑业', '化工业'];
    const [registered] = events;
    if (registered?.type !== 'registered') throw new Error('a case begins with its registration');
    const item = caseOf({ ...state, classification: { ...state.classification, industries } });
    const event = eventOf({ ...registered, classification: { ...registered.classification, industries } });
    expect(item.classification.industries).toEqual(industries);
    expect(event).toMatchObject({ classification: { industries } });
  });

  it('of before there were industries is read as it is', () => {
    expect(caseOf(state).classification).not.toHaveProperty('industries');
  });
});
