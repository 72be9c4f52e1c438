import type { Instant } from '../calendar/day.ts';
import type { Ladders } from '../clocks/ladder.ts';
import { holeInPlan } from '../duty.ts';
import { moment } from '../notices/date-words.ts';
import { CONTACT_ROLE_TEXT, type Organs, type RosterContact } from '../organs.ts';
import { gapsIn } from './gaps.ts';

export interface NotesRules {
  readonly organs: Organs;
  readonly ladders: Ladders;
}

/**
 * 提示 on the people of an organ: what may be meant, and should be looked at. Two people with one address; a step of a
 * ladder, of the organ itself or of those below it, that would reach nobody there now; a plan of shifts with a hole.
 */
export function notesOn(
  organ: string,
  contacts: readonly RosterContact[],
  now: Instant,
  rules: NotesRules,
): readonly string[] {
  return [
    ...sharedIn(contacts, 'phone', '手机号'),
    ...sharedIn(contacts, 'email', '邮箱'),
    ...unplannedIn(contacts, now),
    ...unreachedAt(organ, contacts, now, rules),
  ];
}

function unplannedIn(contacts: readonly RosterContact[], now: Instant): readonly string[] {
  const hole = holeInPlan(contacts, now);
  if (!hole) return [];
  const until = hole.until === undefined ? '起' : `至${moment(hole.until)}`;
  return [`值班表：${moment(hole.from)}${until}没有人值班，其间发给值班室的通知，发给值班表里的每一个人`];
}

function unreachedAt(id: string, contacts: readonly RosterContact[], now: Instant, { organs, ladders }: NotesRules) {
  const known = organs.get(id);
  if (!known) return [];
  const gaps = gapsIn(new Map(organs).set(id, { ...known, contacts }), ladders, now).filter(
    ({ organ }) => organ === id,
  );
  const byRole = new Map(gaps.map(({ role, isHeardAbove }) => [role, isHeardAbove]));
  return [...byRole].map(([role, isHeardAbove]) => {
    const then = isHeardAbove ? '改发上级单位值班室' : '没有人收到';
    return `${CONTACT_ROLE_TEXT[role]}没有人在岗，也没有人代理：提醒和催办${then}`;
  });
}

function sharedIn(contacts: readonly RosterContact[], by: 'phone' | 'email', what: string): readonly string[] {
  const named = Map.groupBy(
    contacts.filter((one) => one[by] !== undefined),
    (one) => one[by],
  );
  const names = [...named.values()].map((some) => [...new Set(some.map(({ name }) => name))]);
  return names.filter((some) => some.length > 1).map((some) => `${some.join('、')}的${what}相同`);
}
