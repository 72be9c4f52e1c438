import { describe, expect, it } from 'vitest';
import { memoryIncidents } from '../../../adapters/memory/incidents.ts';
import { findNotice } from '../../../usecases/notices/find-notice.ts';
import { caseAfter, orderedBy, registeredAt } from '../../support/cases.ts';
import { beijing } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

const start = registeredAt(beijing('2026-06-05 20:00'));
const accusing = { type: 'correct-accused', accused: ['county'], reason: '反映本单位' } as const;
const TO_COUNTY = 'QH-0000-0000-0001#1#county#handler#email';

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
    expect(await find('QH-0000-0000-0001#1#nobody#handler#email', accused)).toBeUndefined();
  });
});
