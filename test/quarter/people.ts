import type { Instant } from '../../domain/calendar/day.ts';
import type { Organ, RosterContact } from '../../domain/organs.ts';
import type { Rng } from './chance.ts';

const ROLES = ['handler', 'deputy', 'leader'] as const;

/** A name that its role and organ make plain, and addresses of nobody. */
const person = (role: (typeof ROLES)[number], organ: string, number: number): RosterContact => ({
  role,
  name: `${organ} ${role}`,
  email: `${role}@${organ}.example`,
  phone: `139${String(number).padStart(8, '0')}`,
});

const organ = (id: string, level: Organ['level'], number: number, superior?: string): Organ => ({
  id,
  name: `${id}局`,
  level,
  division: String(990_000 + number),
  department: 'ecology',
  superior,
  contacts: ROLES.map((role, n) => person(role, id, number * 10 + n)),
});

const CITIES = ['city-1', 'city-2', 'city-3'];
const COUNTIES = Array.from({ length: 15 }, (_, n) => `county-${n + 1}`);

/** 20 organs of three people each: a province with the desk for what nobody owns, three cities, fifteen counties. */
export const ORGANS: ReadonlyMap<string, Organ> = new Map(
  [
    organ('province', 'province', 1),
    organ('desk', 'province', 2, 'province'),
    ...CITIES.map((id, n) => organ(id, 'city', 3 + n, 'province')),
    ...COUNTIES.map((id, n) => organ(id, 'county', 6 + n, CITIES[n % CITIES.length])),
  ].map((one) => [one.id, one]),
);

export const LEADS: readonly string[] = [...COUNTIES, ...CITIES];

export interface Away {
  readonly at: Instant;
  readonly organ: string;
  readonly contacts: readonly RosterContact[];
}

const DAY_MS = 86_400_000;

/** 离岗: half of the handlers and some leaders are away for some days once in that time; the deputy stands in. */
export function absences(from: Instant, days: number, chance: Rng): readonly Away[] {
  return LEADS.flatMap((id) => {
    const { contacts } = ORGANS.get(id)!;
    if (chance() < 0.5) return [];
    const role = chance() < 0.8 ? 'handler' : 'leader';
    const starts = Date.parse(from) + Math.floor(chance() * (days - 12)) * DAY_MS;
    const absent = [{ from: instant(starts), to: instant(starts + (2 + Math.floor(chance() * 9)) * DAY_MS) }];
    const known = contacts.map((one) => (one.role === role ? { ...one, absent } : one));
    return { at: instant(starts - DAY_MS), organ: id, contacts: known };
  });
}

const instant = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
