import { addDays, dayOf, type Instant, mondayOf, timeOf } from '../../../domain/calendar/day.ts';
import type { WorkCalendar } from '../../../domain/calendar/working-days.ts';
import { TRANSPORT_TEXT } from '../../../domain/notices/notice.ts';
import type { Organs } from '../../../domain/organs.ts';
import type { Deed, Journal, Later, Repeat } from '../journal.ts';
import type { Told } from './notices.ts';
import { padTo } from './text-width.ts';
import { BROUGHT, channelOf, dayHeading, deedOf, ROLES, rule, saidIn, shortDay } from './words.ts';

interface Entry {
  readonly at: Instant;
  readonly lines: readonly string[];
}

const INDENT = ' '.repeat(10);

/**
 * The weeks after, day by day: what staff did, and who was reminded, chased or told. Days on which nothing happened are
 * left out.
 */
export function weekLines(journal: Journal, told: readonly Told[], organs: Organs, calendar: WorkCalendar): string[] {
  const gists = new Map(journal.arrivals.map(({ receipt, sample }) => [receipt, sample.gist]));
  const nameOf = (organ: string) => organs.get(organ)?.name ?? organ;
  const entries = [
    ...journal.deeds.map((deed) => deedEntry(deed, gists, told, nameOf)),
    ...journal.later.map((later) => laterEntry(later, gists)),
    ...journal.repeats.filter(isLater).map(repeatEntry),
    ...noticeEntries(told, gists),
  ].toSorted((one, other) => one.at.slice(0, 16).localeCompare(other.at.slice(0, 16)));
  const days = [...Map.groupBy(entries, ({ at }) => dayOf(at))];
  return [...Map.groupBy(days, ([day]) => mondayOf(day))].flatMap(([monday, week]) => [
    '',
    rule(`${shortDay(monday)}至${shortDay(addDays(monday, 6))}`),
    ...week.flatMap(([day, those]) => [dayHeading(day, calendar), ...those.flatMap(({ lines }) => lines)]),
  ]);
}

/** On the sample day itself a repeat stands with its complaint. */
function isLater({ at, sample }: Repeat): boolean {
  return dayOf(at) !== sample.at.slice(0, 10);
}

function repeatEntry({ at, receipt, time, sample }: Repeat): Entry {
  return {
    at,
    lines: [`  ${timeOf(at)} 再次收到（第${time}次），同一登记编号，不重复立案：${receipt} ${sample.gist}`],
  };
}

function laterEntry({ at, receipt, as, sample }: Later, gists: ReadonlyMap<string, string>): Entry {
  const [what, gist] = [`信访人${BROUGHT[as]}（${channelOf(sample)}）`, gists.get(receipt)];
  return { at, lines: [`  ${timeOf(at)} ${what}，转到原件，不另立案：${receipt} ${gist}`, INDENT + sample.gist] };
}

function deedEntry(
  { at, receipt, act, by, refused }: Deed,
  gists: ReadonlyMap<string, string>,
  told: readonly Told[],
  nameOf: (organ: string) => string,
): Entry {
  const details = [saidIn(act.command, nameOf), refused ? `未能办理：${refused}` : silence(act, receipt, at, told)];
  return {
    at,
    lines: [
      `  ${timeOf(at)} ${nameOf(by)}${deedOf(act.command)}：${receipt} ${gists.get(receipt)}`,
      ...details.filter(Boolean).map((detail) => INDENT + detail),
    ],
  };
}

const TOLD_TO_COMPLAINANTS: readonly string[] = ['accept', 'decline', 'transfer', 'extend', 'close'];

/** Why the complainant was not told of what they should be told of. */
function silence({ command }: Deed['act'], receipt: string, at: Instant, told: readonly Told[]): string {
  const wasTold = told.some(
    (one) => one.kind === '信访告知' && one.receipt === receipt && minutesBetween(at, one) <= 1,
  );
  return wasTold || !TOLD_TO_COMPLAINANTS.includes(command.type)
    ? ''
    : '信访人未留邮箱和手机号，凭登记编号和查询码查询';
}

function minutesBetween(at: Instant, { sent }: Told): number {
  return Math.abs(Date.parse(sent.at) - Date.parse(at)) / 60_000;
}

/** Letters of one kind about the same thing at the same minute stand under one heading. */
function noticeEntries(told: readonly Told[], gists: ReadonlyMap<string, string>): Entry[] {
  const later = told.filter(({ atArrival }) => !atArrival);
  const groups = Map.groupBy(later, ({ sent, kind, about }) => `${sent.at.slice(0, 16)} ${kind} ${about}`);
  return [...groups.values()].map((group) => {
    const { sent, kind, about } = group[0]!;
    const cases = new Set(group.map(({ receipt }) => receipt)).size;
    const heading = `  ${timeOf(sent.at)} 【${kind}】${about}${cases > 1 ? `（${cases}件）` : ''}`;
    return { at: sent.at, lines: [heading, ...rowsOf(group, gists)] };
  });
}

/** One row for each person, with every way by which the letter reached them. */
function rowsOf(group: readonly Told[], gists: ReadonlyMap<string, string>): string[] {
  const people = Map.groupBy(group, ({ receipt, recipient }) => `${receipt} ${recipient?.organ} ${recipient?.role}`);
  return [...people.values()].map((letters) => {
    const { receipt, recipient } = letters[0]!;
    const who = recipient ? `${recipient.name}${ROLES[recipient.role]}` : '信访人';
    const ways = letters.map(({ sent }) => `${TRANSPORT_TEXT[sent.transport]} ${sent.to}`).join('，');
    return `${INDENT}${receipt}  ${padTo(gists.get(receipt) ?? '', 31)}${padTo(who, 39)}${ways}`;
  });
}
