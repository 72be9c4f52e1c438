import { describe, expect, it } from 'vitest';
import type { Ladders } from '../../../domain/clocks/ladder.ts';
import type { Organ, RosterContact } from '../../../domain/organs.ts';
import { gapsIn } from '../../../domain/roster/gaps.ts';
import { faultIn } from '../../../domain/roster/people.ts';

const NOW = '2026-12-01T02:00:00.000Z';
const YEAR = { from: '2026-01-01T00:00:00.000Z', to: '2026-12-31T00:00:00.000Z' };

const step = (level: 0 | 1, tell: object) =>
  ({ step: `${level}`, kind: 'due', level, when: { hours: 0 }, tell }) as never;
const ladders = (...steps: never[]): Ladders => ({
  clocks: { tell: steps },
  acknowledgedHours: 24,
  others: { days: [], hours: [] },
});

const organ = (id: string, contacts: readonly RosterContact[], superior?: string): Organ => ({
  id,
  name: id,
  level: 'county',
  division: '990101',
  department: 'ecology',
  contacts,
  superior,
});
const organs = (...some: readonly Organ[]) => new Map(some.map((one) => [one.id, one]));

const handler: RosterContact = { role: 'handler', name: '甲', email: 'a@county.example' };
const leader: RosterContact = { role: 'leader', name: '乙', phone: '13900000001' };
const duty: RosterContact = { role: 'duty', name: '值班室', email: 'd@city.example' };

describe('a step of a ladder', () => {
  it('that reaches whom it means leaves no gap', () => {
    const found = gapsIn(organs(organ('county', [handler])), ladders(step(0, { handler: ['email'] })), NOW);
    expect(found).toEqual([]);
  });

  it('that finds nobody is a gap, told with whether the level above hears of it', () => {
    const all = organs(organ('county', [{ ...handler, absent: [YEAR] }], 'city'), organ('city', [duty]));
    expect(gapsIn(all, ladders(step(0, { handler: ['email'] })), NOW)).toEqual([
      { organ: 'county', role: 'handler', transport: 'email', isHeardAbove: true },
    ]);
    expect(gapsIn(organs(organ('alone', [])), ladders(step(0, { leader: ['sms'] })), NOW)).toMatchObject([
      { organ: 'alone', isHeardAbove: false },
    ]);
  });

  it('that goes to the level above is looked for there, once for all below; where there is none, nobody is missing', () => {
    const below = ['one', 'two'].map((id) => organ(id, [handler, leader], 'city'));
    const found = gapsIn(organs(...below, organ('city', [])), ladders(step(1, { leader: ['sms'] })), NOW);
    expect(found).toEqual([{ organ: 'city', role: 'leader', transport: 'sms', isHeardAbove: false }]);
  });
});

describe('who stands in for whom', () => {
  const away = (name: string, standIn?: string): RosterContact => ({
    role: 'handler',
    name,
    email: `${name}@county.example`,
    absent: [{ ...YEAR, ...(standIn && { standIn }) }],
  });
  const line = (length: number) =>
    Array.from({ length }, (_, n) => away(`p${n}`, `p${n + 1}`)).concat({ ...handler, name: `p${length}` });

  it('may go on over five colleagues, and over no more', () => {
    expect(faultIn([...line(5), leader])).toBeUndefined();
    expect(faultIn([...line(6), leader])).toContain('超过5级');
  });

  it('never comes back to where it began', () => {
    expect(faultIn([away('甲', '丙'), away('丙', '甲'), leader])).toContain('互相代理');
  });

  it('is no line where the absences do not overlap', () => {
    const later = { from: '2027-01-01T00:00:00.000Z', to: '2027-02-01T00:00:00.000Z', standIn: '甲' };
    expect(faultIn([away('甲', '丙'), { ...handler, name: '丙', absent: [later] }, leader])).toBeUndefined();
  });
});
