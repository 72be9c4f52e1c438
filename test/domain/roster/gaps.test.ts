import { describe, expect, it } from 'vitest';
import type { Ladders } from '../../../domain/clocks/ladder.ts';
import { holeInPlan, onDutyAt } from '../../../domain/duty.ts';
import type { Organ, RosterContact } from '../../../domain/organs.ts';
import { gapsIn } from '../../../domain/roster/gaps.ts';
import { backAt, faultIn } from '../../../domain/roster/people.ts';

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

describe('a plan of shifts (值班表)', () => {
  const on = (name: string, ...shifts: readonly (readonly [string, string])[]): RosterContact => ({
    role: 'duty',
    name,
    phone: '13900000002',
    onDuty: shifts.map(([from, to]) => ({ from, to })),
  });
  const [MORNING, EVENING, NEXT] = ['2026-10-01T00:00:00.000Z', '2026-10-01T12:00:00.000Z', '2026-10-02T00:00:00.000Z'];
  const [day, night] = [on('张', [MORNING, EVENING]), on('李', [EVENING, NEXT])];
  const namesAt = (at: string, ...contacts: RosterContact[]) => onDutyAt(contacts, at).map(({ name }) => name);

  it('says whose shift it is on National Day, from its first moment until the next one begins', () => {
    expect(namesAt(MORNING, day, night, handler)).toEqual(['张']);
    expect(namesAt(EVENING, day, night)).toEqual(['李']);
    expect(namesAt(MORNING, duty, day, night)).toEqual(['张', '值班室']);
  });

  it('that has a hole silences nobody, and whoever made it is told', () => {
    expect(namesAt(NEXT, day, night)).toEqual(['张', '李']);
    expect(holeInPlan([day, night], MORNING)).toEqual({ from: NEXT, until: undefined });
    expect(holeInPlan([day], '2026-09-30T20:00:00.000Z')).toEqual({ from: '2026-09-30T20:00:00.000Z', until: MORNING });
    expect(holeInPlan([duty, day], MORNING)).toBeUndefined();
    expect(holeInPlan([day, night], NEXT)).toBeUndefined();
  });

  it('is of the duty desk alone, and its last shift stays when it is over', () => {
    expect(faultIn([handler, leader, { ...handler, name: '丁', onDuty: day.onDuty }])).toContain('不排值班时间');
    expect(faultIn([handler, on('张', [EVENING, MORNING])])).toContain('值班时间有误');
    expect(backAt([on('张', [MORNING, EVENING], [EVENING, NEXT])], NEXT)[0]?.onDuty).toHaveLength(1);
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
