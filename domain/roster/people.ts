import type { Instant } from '../calendar/day.ts';
import type { DigestSettings } from '../digests.ts';
import { isAbove, type Organ, type Organs, type RosterContact } from '../organs.ts';
import { faultInStandIns } from './stand-ins.ts';

/** 联系人 of organs, where they are others than the province's files name. */
export type People = ReadonlyMap<string, readonly RosterContact[]>;

/**
 * The organs with the people who are there today; an organ that there is not is left out. One that was renamed has those
 * of its former id until they change.
 */
export function withPeople(organs: Organs, people: People): Organs {
  const today = ([id, organ]: readonly [string, Organ]) => {
    const before = renamedFrom(organ);
    return people.get(id) ?? (before === undefined ? undefined : people.get(before)) ?? organ.contacts;
  };
  return new Map([...organs].map((one) => [one[0], { ...one[1], contacts: today(one) }]));
}

/** The id that it had; of one that took the place of several nobody knows who came along. */
export const renamedFrom = ({ formerIds = [] }: Organ): string | undefined =>
  formerIds.length === 1 ? formerIds[0] : undefined;

/** 联系人 of one organ, at most: more are a list that somebody mistook. */
export const MOST_PEOPLE = 50;

/** What keeps these from being whom an organ is reached by; undefined for nothing. */
export function faultIn(contacts: readonly RosterContact[]): string | undefined {
  if (contacts.length > MOST_PEOPLE) return `一个单位最多${MOST_PEOPLE}名联系人`;
  if (!contacts.some(({ role }) => role === 'handler')) return '至少要有一名经办人：提醒首先发给经办人';
  if (!contacts.some(({ role }) => role === 'leader' || role === 'duty'))
    return '至少要有一名负责人或者值班室：逾期和紧急情况发给他们';
  const nobody = contacts.findIndex(({ email, phone }) => email === undefined && phone === undefined);
  if (nobody >= 0) return `第${nobody + 1}名联系人没有邮箱，也没有手机号`;
  const twin = contacts.findIndex((one, index) => contacts.findIndex((other) => isNamedLike(one, other)) < index);
  if (twin >= 0) return `第${twin + 1}名联系人和前面一名岗位、姓名都相同，请写成能分清的，例如加上科室`;
  const backwards = contacts.findIndex(({ absent = [] }) => absent.some(({ from, to }) => from >= to));
  if (backwards >= 0) return `第${backwards + 1}名联系人的离岗时间有误：结束早于开始`;
  const shifted = contacts.findIndex(({ role, onDuty }) => role !== 'duty' && onDuty !== undefined);
  if (shifted >= 0) return `第${shifted + 1}名联系人不是值班室，不排值班时间`;
  const reversed = contacts.findIndex(({ onDuty = [] }) => onDuty.some(({ from, to }) => from >= to));
  if (reversed >= 0) return `第${reversed + 1}名联系人的值班时间有误：结束不晚于开始`;
  const unknown = contacts.findIndex(({ absent = [] }) =>
    absent.some(({ standIn }) => standIn !== undefined && !contacts.some(({ name }) => name === standIn)),
  );
  return unknown < 0 ? faultInStandIns(contacts) : `第${unknown + 1}名联系人的代理人不在本单位通讯录中`;
}

/** By post and name an absence is registered, and by name somebody stands in. */
const isNamedLike = (one: RosterContact, other: RosterContact): boolean =>
  one.role === other.role && one.name === other.name;

/**
 * Without absences and shifts that are over: whoever is back needs no telling. The last shift stays, for whoever has
 * none at all is on duty at all times.
 */
export const backAt = (contacts: readonly RosterContact[], now: Instant): readonly RosterContact[] =>
  contacts.map(({ absent, onDuty, ...contact }) => {
    const left = absent?.filter(({ to }) => to > now) ?? [];
    const ahead = onDuty?.filter(({ to }) => to > now) ?? [];
    const shifts = ahead.length > 0 ? ahead : onDuty?.slice(-1);
    return { ...contact, ...(shifts && { onDuty: shifts }), ...(left.length > 0 && { absent: left }) };
  });

/** The same people, that one being away for a while, in every post that they hold. `sub`: of one who says so themselves. */
export const withAbsence = (contacts: readonly RosterContact[], { role, name, ...away }: Absence, sub?: string) =>
  inEveryPost(contacts, { role, name, sub }, (one) => ({ ...one, absent: [...(one.absent ?? []), away] }));

/** The same people, that one with other settings, in every post that they hold. `sub`: as above. */
export const withDigests = (contacts: readonly RosterContact[], { role, name, digests }: ChosenDigests, sub?: string) =>
  inEveryPost(contacts, { role, name, sub }, (one) => ({ ...one, digests }));

/** The same people, that one being back, in every post that they hold. `sub`: as above. */
export const withReturn = (contacts: readonly RosterContact[], { role, name }: NamedPost, sub?: string) =>
  inEveryPost(contacts, { role, name, sub }, ({ absent: _, ...one }) => one);

/** Undefined where nobody of that name has that role; where two have, `sub` says which. */
function inEveryPost(
  contacts: readonly RosterContact[],
  { role, name, sub }: Pick<RosterContact, 'role' | 'name'> & { readonly sub: string | undefined },
  change: (contact: RosterContact) => RosterContact,
): readonly RosterContact[] | undefined {
  const found = contacts.find(
    (one) => one.role === role && one.name === name && (sub === undefined || one.sub === sub),
  );
  const isThem = (one: RosterContact) => one === found || (one.sub !== undefined && one.sub === found?.sub);
  return found && contacts.map((one) => (isThem(one) ? change(one) : one));
}

/** By what a person is named at their organ. */
export type NamedPost = Pick<RosterContact, 'role' | 'name'>;

/** Which digests somebody wants, and by what. */
export interface ChosenDigests extends NamedPost {
  readonly digests: DigestSettings;
}

/** 离岗: who is away, and when; both ends included. */
export interface Absence extends NamedPost {
  readonly from: Instant;
  readonly to: Instant;
  /** 代理人, by their name at the same organ. */
  readonly standIn?: string | undefined;
}

/** For which organ somebody asks, and in which role. */
interface Asking {
  readonly organ: string;
  readonly role: string;
}

/** Whoever heads or runs the desk of an organ says who is there, and so do those above it and ops. */
export function mayChangePeople({ organ: own, role }: Asking, organ: string, organs: Organs): boolean {
  if (role === 'ops') return true;
  return DESK.includes(role) && (own === organ || isAbove(own, organ, organs));
}

/** Whoever is away may say so themselves, and what is sent to them; the roster must know them by their `sub`. */
export const isTheirOwn = (
  { organ: own, sub }: { readonly organ: string; readonly sub: string },
  organ: string,
  contacts: readonly RosterContact[],
  { role, name }: NamedPost,
): boolean => own === organ && contacts.some((one) => one.role === role && one.name === name && one.sub === sub);

const DESK: readonly string[] = ['head', 'petition', 'duty'];

/** Whoever works in a line may know whom to call in it. */
export function maySeePeople({ organ: own, role }: Asking, organ: string, organs: Organs): boolean {
  return role === 'ops' || own === organ || isAbove(own, organ, organs) || isAbove(organ, own, organs);
}
