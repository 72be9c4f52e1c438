import * as z from 'zod';
import type { Instant } from './calendar/day.ts';
import { digestSettingsSchema } from './digests.ts';
import { lazy } from './lazy.ts';
import { plainAddress } from './mail.ts';

/** Whom a notice to an organ may reach, as people call them. */
export const CONTACT_ROLE_TEXT = {
  handler: '经办人',
  deputy: '分管负责人',
  leader: '主要负责人',
  duty: '值班室',
  unit: '科室负责人',
  petition: '信访机构',
} as const;

export type ContactRole = keyof typeof CONTACT_ROLE_TEXT;
export const CONTACT_ROLES = Object.keys(CONTACT_ROLE_TEXT) as readonly ContactRole[];

/** Where an organ has nobody of a role: a small bureau has no petition office, and no units. */
const STANDS_FOR: Readonly<Partial<Record<ContactRole, ContactRole>>> = { unit: 'handler', petition: 'leader' };

/** The role that is meant by that one at an organ: its own, unless the organ has nobody of it. */
export const roleAt = ({ contacts }: Pick<Organ, 'contacts'>, role: ContactRole): ContactRole =>
  contacts.some((contact) => contact.role === role) ? role : (STANDS_FOR[role] ?? role);

export const ORGAN_LEVELS = ['province', 'city', 'county'] as const;
export type OrganLevel = (typeof ORGAN_LEVELS)[number];

/** A quarter of a year, by day and by night. */
const MOST_SHIFTS = 200;

/** A member of staff or a duty desk, reached at work. Marked as pure: a bundle that never asks for it goes without. */
export const contactSchema = /* @__PURE__ */ lazy(() =>
  z.object({
    role: z.enum(CONTACT_ROLES),
    name: z.string().min(1),
    /** Who that is at the province's identity provider, for letters about what they are responsible for. */
    sub: z.string().min(1).optional(),
    email: z.email().optional(),
    /** E.164 or an 11-digit mainland number. */
    phone: z
      .string()
      .regex(/^(1\d{10}|\+\d{6,15})$/, 'must be a mobile number of eleven digits, or begin with + and the country')
      .optional(),
    /**
     * Away, both ends included: notices go to the colleague of that name (代理人) where there is one, then to the deputy
     * head, the duty desk, and the level above.
     */
    absent: z
      .array(
        z.strictObject({
          from: z.iso.datetime(),
          to: z.iso.datetime(),
          standIn: z.string().min(1).max(100).optional(),
        }),
      )
      .readonly()
      .optional(),
    /**
     * 值班表: the shifts of somebody of the duty desk, each from its beginning until its end. Whoever has any is reached
     * within them; see `onDutyAt`.
     */
    onDuty: z
      .array(z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }))
      .min(1)
      .max(MOST_SHIFTS)
      .readonly()
      .optional(),
    digests: digestSettingsSchema().optional(),
  }),
);

export type Shift = NonNullable<RosterContact['onDuty']>[number];

export type RosterContact = Readonly<z.infer<ReturnType<typeof contactSchema>>>;

/** The absence of somebody at that moment, if they are away. */
export const absenceAt = ({ absent = [] }: RosterContact, at: Instant) =>
  absent.find(({ from, to }) => from <= at && at <= to);

/** 责任单位: a bureau, department or office that can own a case. */
export interface Organ {
  /** Stable and unique within the province, such as "heyang-ecology". */
  readonly id: string;
  readonly name: string;
  /** Ids that it had, or that organs had whose work it does now: cases keep the id of their day. */
  readonly formerIds?: readonly string[] | undefined;
  /** What else people call it, beside what its place and its line of work make plain. */
  readonly aliases?: readonly string[] | undefined;
  readonly level: OrganLevel;
  /** Six-digit 行政区划代码 of the area it answers for. */
  readonly division: string;
  /** Its line of work: which matters it may lead. */
  readonly department: string;
  /** Whom it answers to; none for the top of a line. */
  readonly superior?: string | undefined;
  /** 群机器人: the name under which the province's secret has the robot of its working group. */
  readonly robot?: string | undefined;
  readonly contacts: readonly RosterContact[];
}

/** 主办单位 of the service: who answers the telephone, and where its pages are. */
export interface Organiser {
  readonly name: string;
  readonly telephone: string;
  /** Address of the public pages. */
  readonly pages: string;
}

/** Every organ of the province, by id. */
export type Organs = ReadonlyMap<string, Organ>;

/** Every organ there is, and the desk that stands in for those there are no longer. */
export interface Roster {
  readonly organs: Organs;
  readonly catchAllOrgan: string;
  /** The roster that this one was cut from, where some organs of a case must stay away: see `withoutAccused`. */
  readonly whole?: Roster | undefined;
}

/** In the order of their 行政区划代码, those of one division by their level and id. */
export function byDivision(one: Organ, other: Organ): number {
  const rank = ({ division, level, id }: Organ) => `${division} ${ORGAN_LEVELS.indexOf(level)} ${id}`;
  return rank(one).localeCompare(rank(other));
}

/** The id by which that organ goes today; the same where the roster knows it by none. */
export function currentId(id: string, organs: Organs): string {
  if (organs.has(id)) return id;
  return [...organs.values()].find(({ formerIds = [] }) => formerIds.includes(id))?.id ?? id;
}

/**
 * The organ of that id, or of that former id. Cases outlive reforms: what an organ led that has left the roster is the
 * catch-all desk's.
 */
export function organNamed(id: string, { organs, catchAllOrgan }: Roster): Organ {
  const organ = organs.get(currentId(id, organs)) ?? organs.get(catchAllOrgan);
  if (!organ) throw new Error(`no organ "${id}" and no desk "${catchAllOrgan}"`);
  return organ;
}

/** The organ `levels` above this one, or the top of its line if the line is shorter. */
export function above(id: string, levels: number, roster: Roster): Organ {
  const organ = organNamed(id, roster);
  return levels === 0 || organ.superior === undefined ? organ : above(organ.superior, levels - 1, roster);
}

/** Whether `superior` stands above `id` in its line, however far. */
export function isAbove(superior: string, id: string, organs: Organs): boolean {
  const next = organs.get(id)?.superior;
  return next !== undefined && (next === superior || isAbove(superior, next, organs));
}

/** Whom an organ answers to, the nearest first. */
export function superiorsOf(id: string, organs: Organs): readonly string[] {
  const next = organs.get(id)?.superior;
  return next === undefined ? [] : [next, ...superiorsOf(next, organs)];
}

/** How many organs stand above it. */
export const depthOf = (id: string, { organs }: Pick<Roster, 'organs'>): number => superiorsOf(id, organs).length;

/** 全省牵头单位: who sees to all of the province, for the desk that takes what nobody else can is theirs. */
export const provinceTop = (roster: Roster): string =>
  above(roster.catchAllOrgan, Number.POSITIVE_INFINITY, roster.whole ?? roster).id;

/** Every e-mail address of the roster, in lower case. */
export function staffAddressesIn(organs: Organs): ReadonlySet<string> {
  const contacts = [...organs.values()].flatMap((organ) => organ.contacts);
  return new Set(contacts.flatMap(({ email }) => (email === undefined ? [] : [plainAddress(email)])));
}
