import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CalendarFile } from '../../config/schemas/calendar.ts';
import { ClocksFile, LaddersFile } from '../../config/schemas/clocks.ts';
import { handlingWaysSchema } from '../../config/schemas/handling-ways.ts';
import { MarksFile } from '../../config/schemas/marks.ts';
import { mattersSchema } from '../../config/schemas/matters.ts';
import { NoticeHoursFile } from '../../config/schemas/notice-hours.ts';
import { textsOf } from '../../config/schemas/notice-texts.ts';
import { ProvinceFile } from '../../config/schemas/province.ts';
import { statutesSchema } from '../../config/schemas/statutes.ts';
import { taxonomySchema } from '../../config/schemas/taxonomy.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Context } from '../../domain/case/context.ts';
import type { MarkRules } from '../../domain/case/oversight/marks.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { ROLES, type Role } from '../../domain/case/rights/roles.ts';
import { policiesOf } from '../../domain/clocks/policy.ts';
import { lawOn } from '../../domain/law/cite.ts';
import { mattersOn } from '../../domain/matter.ts';
import type { Organ } from '../../domain/organs.ts';
import { ownProperty } from '../../domain/own-property.ts';

const config = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'config', file), 'utf8'));

/** The rules as they are shipped. */
export const calendar = CalendarFile.parse(config('calendar.json'));
export const policies = policiesOf(ClocksFile.parse(config('clocks.json')));
export const ladders = LaddersFile.parse(config('ladders/default.json'));
const { keyMatters } = ProvinceFile.parse(config('provinces/demo.json'));
const marks = new Map(
  Object.entries({ ...MarksFile.parse(config('marks.json')).marks, ...keyMatters }),
) as unknown as MarkRules;
const taxonomy = taxonomySchema.parse(config('taxonomy.json'));
export const statutes = statutesSchema.parse(config('statutes.json'));
export const datedMatters = mattersSchema.parse(config('matters.json'));
export const texts = textsOf(join(import.meta.dirname, '..', '..', 'config'), 'demo');
/** As they are on an ordinary day. */
export const law = lawOn('2026-11-20', statutes);
export const matters = mattersOn(law, datedMatters);

/** What people call a matter or a subtype, by its code and the field in which it stands. */
export const codeNameOf = (code: string, field?: string): string | undefined =>
  ownProperty<{ readonly name: string }>(field === 'matter' ? datedMatters.matters : taxonomy.subtypes, code)?.name;
export const handlingWays = handlingWaysSchema.parse(config('handling-ways.json'));
const { note: _, ...shippedHours } = NoticeHoursFile.parse(config('notice-hours.json'));
/** 通知时间, as they are where a province says nothing. */
export const noticeHours = shippedHours;
export const policy = policies.get('2026-1')!;

const person = (role: 'handler' | 'leader' | 'duty', organ: string) => ({
  role,
  name: `${organ} ${role}`,
  email: `${role}@${organ}.example`,
  phone: `1390000${String(organ.length).padStart(2, '0')}${{ handler: '01', leader: '02', duty: '03' }[role]}`,
});

const organ = (id: string, level: Organ['level'], division: string, superior?: string): Organ => ({
  id,
  name: `${id}局`,
  level,
  division,
  department: 'ecology',
  superior,
  contacts: [person('handler', id), person('leader', id), person('duty', id)],
});

/** A line of three, a desk for what nobody owns, and a neighbour. */
export const organs = new Map(
  [
    organ('province', 'province', '990000'),
    organ('desk', 'province', '990000', 'province'),
    organ('city', 'city', '990100', 'province'),
    organ('county', 'county', '990101', 'city'),
    organ('neighbour', 'county', '990102', 'city'),
  ].map((one) => [one.id, one]),
);

/** Everything a decision needs, at that instant, by the system unless someone else acts. */
export const contextAt = (now: Instant, actor: Context['actor'] = { kind: 'system' }): Context => ({
  now,
  actor,
  policies,
  currentPolicy: [{ version: '2026-1' }, { from: '2026-12-01', version: '2026-2' }],
  ladders,
  calendar,
  organs,
  catchAllOrgan: 'desk',
  statutes,
  organiser: { name: 'province局', telephone: '0990-12369001', pages: 'https://12369.example/' },
  desk: 'https://desk.example/',
  texts,
  matters,
  marks,
  outside: new Map([['某市人民政府', { email: 'office@government.example' }]]),
  subtypes: taxonomy.subtypes,
});

/**
 * Whoever answers for an organ, "county", and may do there whatever anybody may; or somebody else there, by their role:
 * "county/handler", "county/head".
 */
export const staffOf = (who: string): Staff => {
  const [organ, role] = who.split('/') as [string, Role | undefined];
  const { sub, name } = role ? { sub: role, name: ROLES[role] } : { sub: 'officer', name: '经办人' };
  return { kind: 'staff', sub: `${organ}-${sub}`, organ, role: role ?? 'head', name };
};

/** Somebody else of that organ, who may sign what the first has proposed. */
export const signerBeside = (who: string): string =>
  who.endsWith('/head') ? who.split('/')[0]! : `${who.split('/')[0]}/head`;

/** An instant, written as the clocks of Beijing show it: "2026-09-30 09:00". */
export const beijing = (text: string): Instant => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

/** The same, the other way. */
export const inBeijing = (instant: Instant): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
