import { describe, expect, it } from 'vitest';
import { faultsOfOrgans } from '../../../config/schemas/roster-checks.ts';
import type { Case } from '../../../domain/case/case.ts';
import { isHiddenFrom, maySee } from '../../../domain/case/rights/authority.ts';
import { inIdsOfToday } from '../../../domain/ids-of-today.ts';
import { listingOf } from '../../../domain/lists/listing.ts';
import { listsOf } from '../../../domain/lists/scopes.ts';
import { type Organ, organNamed } from '../../../domain/organs.ts';
import { caseAfter, registeredAt } from '../../support/cases.ts';
import { beijing, organs, staffOf } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

const reformed = {
  ...rules(),
  organs: new Map([...organs].map(([id, one]) => [id, id === 'county' ? { ...one, formerIds: ['old-county'] } : one])),
};
/** The case as whoever loads it finds it, where it was kept with these. */
const kept = (then: Partial<Case>): Case =>
  inIdsOfToday(reformed)({ ...caseAfter(registeredAt(beijing('2026-06-01 10:00'))).state, ...then });

describe('what was led by an organ that has another id now', () => {
  const led = kept({ lead: 'old-county' });

  it('is that organ’s, and seen by it and by those above', () => {
    expect(organNamed('old-county', reformed).id).toBe('county');
    expect(['county', 'city', 'province'].map((who) => maySee(led, staffOf(who), reformed))).toEqual([
      true,
      true,
      true,
    ]);
    expect(maySee(led, staffOf('neighbour'), reformed)).toBe(false);
  });

  it('stands in its list, and in that of whoever is above it', () => {
    expect(listsOf(listingOf(led, reformed))).toEqual(
      expect.arrayContaining([
        { kind: 'led', organ: 'county' },
        { kind: 'branch', organ: 'city' },
      ]),
    );
  });

  it('is still assisted in by it, and still closed to it where it is accused', () => {
    const assisted = kept({ lead: 'neighbour', assisting: ['old-county'], accused: ['old-county'] });
    expect(maySee({ ...assisted, accused: undefined }, staffOf('county'), reformed)).toBe(true);
    expect(listingOf({ ...assisted, accused: undefined }, reformed).assisting).toEqual(['county']);
    expect(isHiddenFrom('county', assisted, reformed)).toBe(true);
  });

  it('is the catch-all desk’s where no organ has taken it over', () => {
    expect(listingOf(kept({ lead: 'abolished' }), reformed).led).toBe('desk');
  });
});

describe('a roster', () => {
  it('in which a former id is that of another organ, or stands twice, is at fault', () => {
    const faultsOf = (changes: readonly Partial<Organ>[]) => {
      const all = [...organs.values()].map((organ, index) => ({ ...organ, ...changes[index] }));
      return faultsOfOrgans(all, { division: '990000' } as never, undefined as never).filter(([at]) =>
        at.endsWith('/formerIds'),
      );
    };
    expect(faultsOf([{ formerIds: ['old'] }])).toEqual([]);
    expect(faultsOf([{ formerIds: ['county'] }]).map(([at]) => at)).toEqual(['/organs/0/formerIds']);
    expect(faultsOf([{ formerIds: ['old'] }, { formerIds: ['old'] }])).toHaveLength(2);
  });
});
