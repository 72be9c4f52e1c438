import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrgansFile } from '../../config/schemas/organs.ts';
import type { ProvinceSettings } from '../../config/schemas/province.ts';
import { dayOf, type Instant } from '../../domain/calendar/day.ts';
import { type CalendarYears, type WorkCalendar, workCalendarOf } from '../../domain/calendar/working-days.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import type { MarkRule, MarkRules, SetMark } from '../../domain/case/oversight/marks.ts';
import type { SendingRoster } from '../../domain/case/rights/authority.ts';
import type { Lexicon } from '../../domain/classification/lexicon.ts';
import { deadlineOf } from '../../domain/clocks/deadline.ts';
import type { Ladders } from '../../domain/clocks/ladder.ts';
import { type LocalLadders, localLadders } from '../../domain/clocks/local-ladders.ts';
import type { LocalPolicy } from '../../domain/clocks/local-policy.ts';
import {
  type ClockVersions,
  owedAfter,
  type Policies,
  type Policy,
  policiesOf,
  policyNamed,
  versionOn,
} from '../../domain/clocks/policy.ts';
import { CONVERSATION_DEFAULTS, type ConversationSettings } from '../../domain/conversation/conversation.ts';
import { emergencySigns } from '../../domain/conversation/emergency.ts';
import type { Statutes } from '../../domain/law/statutes.ts';
import { FAILOVER, type FailoverRule } from '../../domain/notices/delivery/failover.ts';
import { OUTAGE, type OutageRule } from '../../domain/notices/delivery/outage.ts';
import type { NoticeHours } from '../../domain/notices/delivery/waiting-hours.ts';
import { NOTIFICATION_ORDER, type NotificationOrder } from '../../domain/notification-order.ts';
import type { Organs } from '../../domain/organs.ts';
import type { Texts } from '../../domain/texts/text.ts';
import type { AcknowledgementCaps } from '../../usecases/notices/transports/send-mail.ts';

/**
 * One file of the rules that travel beside a bundle, in its folder `config/`; `folder` is where the bundle lies. Throws
 * when the file is not there. Its content was checked at synth (config/schemas/check.ts): checking it again would cost
 * every cold start some twenty milliseconds.
 */
export function readRules<File>(folder: string, name: string): File {
  return JSON.parse(readFileSync(join(folder, 'config', `${name}.json`), 'utf8')) as File;
}

export function readProvince(folder: string): ProvinceSettings {
  return readRules(folder, 'province');
}

/** Every version of the clocks, as the province runs them. */
export function readPolicies(folder: string): Policies {
  const local = existsSync(join(folder, 'config', 'policy.json'))
    ? readRules<LocalPolicy>(folder, 'policy')
    : undefined;
  return policiesOf(readRules<ClockVersions>(folder, 'clocks'), local);
}

/** The ladders that hold everywhere, with those that the province has otherwise. */
export function readLadders(folder: string): Ladders {
  const national = readRules<Ladders>(folder, 'ladders');
  const isOwn = existsSync(join(folder, 'config', 'ladders-patch.json'));
  return localLadders(national, isOwn ? readRules<LocalLadders>(folder, 'ladders-patch') : {});
}

/** One version of the clocks. */
export function readPolicy(folder: string, version: string): Policy {
  return policyNamed(version, readPolicies(folder));
}

function readCalendar(folder: string): WorkCalendar {
  return workCalendarOf(readRules<{ years: CalendarYears }>(folder, 'calendar').years);
}

export function readOrgans(folder: string): Organs {
  const { organs } = readRules<OrgansFile>(folder, 'organs');
  return new Map(organs.map((organ) => [organ.id, organ]));
}

/** The organs, the desk for the rest, and which of them hand complaints over. */
export function readRoster(folder: string): SendingRoster {
  const { catchAllOrgan, partners } = readProvince(folder);
  const senders = new Map(partners.map(({ name, organ, reportTo, callback }) => [name, { organ, reportTo, callback }]));
  return { organs: readOrgans(folder), catchAllOrgan, senders };
}

/** The rules by which cases are decided. */
export function readCaseRules(folder: string): CaseRules {
  const { policyVersion: currentPolicy, organiser, offices = [], order, staff } = readProvince(folder);
  const outside = new Map(offices.map(({ name, email }) => [name, { email }]));
  const [policies, ladders, calendar] = [readPolicies(folder), readLadders(folder), readCalendar(folder)];
  const rules = { policies, currentPolicy, ladders, calendar, statutes: readRules<Statutes>(folder, 'statutes') };
  const told = {
    organiser,
    outside,
    texts: readTexts(folder),
    desk: staff.desk,
    order: { ...NOTIFICATION_ORDER, ...order } as NotificationOrder,
  };
  return { ...rules, ...readRoster(folder), ...told, marks: readMarks(folder) };
}

/** What people are told, as far as the function carries it. */
function readTexts(folder: string): Texts {
  const there = ['letters', 'tellings'].filter((name) => existsSync(join(folder, 'config', `${name}.json`)));
  return Object.assign({}, ...there.map((name) => readRules<Texts>(folder, name)));
}

/** The marks that people may set: those of every province, then its own. */
function readMarks(folder: string): MarkRules {
  const { marks } = readRules<{ marks: Partial<Record<SetMark, MarkRule>> }>(folder, 'marks');
  return new Map(Object.entries({ ...marks, ...readProvince(folder).keyMatters }) as [SetMark, MarkRule][]);
}

/** By when the sender of a complaint must have been told whether it is taken up. */
export function readAnswerBy(folder: string): (receivedAt: Instant) => Instant {
  const [policies, { policyVersion }, calendar] = [readPolicies(folder), readProvince(folder), readCalendar(folder)];
  return (receivedAt) => {
    const policy = policyNamed(versionOn(dayOf(receivedAt), policyVersion), policies);
    return deadlineOf(owedAfter('registered', policy)!.period, receivedAt, calendar).dueAt;
  };
}

/** When notices that can wait are sent. */
export function readNoticeHours(folder: string): NoticeHours {
  const national = readRules<NoticeHours>(folder, 'notice-hours');
  return { ...national, ...(readProvince(folder).noticeHours as Partial<NoticeHours> | undefined) };
}

/** When a provider of mail or text messages loses its turn. */
export function readFailoverRule(folder: string): FailoverRule {
  const { failover = {} } = readProvince(folder);
  const { windowMinutes = FAILOVER.windowSeconds / 60, targetSeconds = FAILOVER.targetMs / 1000, ...own } = failover;
  const windows = { windowSeconds: windowMinutes * 60, targetMs: targetSeconds * 1000 };
  return { ...FAILOVER, ...(own as Partial<FailoverRule>), ...windows };
}

/** When a transport that takes nothing is left alone. */
export const readOutageRule = (folder: string): OutageRule => ({
  ...OUTAGE,
  ...(readProvince(folder).outage as Partial<OutageRule> | undefined),
});

/** How many acknowledgements go out in an hour at most. */
export function readAcknowledgementCaps(folder: string): AcknowledgementCaps {
  const { perSenderHour = 3, perHour = 1_000 } = readProvince(folder).mail.acknowledgements ?? {};
  return { perSenderHour, perHour };
}

/** What chats are like here, and which words the buttons of the menu stand for. */
export function readConversation(folder: string): { settings: ConversationSettings; menu: Record<string, string> } {
  const { organiser, conversation = {} } = readProvince(folder);
  const { pauseMinutes = CONVERSATION_DEFAULTS.pauseMinutes, menu = {} } = conversation;
  const isEmergency = emergencySigns(readRules<Lexicon>(folder, 'lexicon'));
  const texts = readRules<Texts>(folder, 'replies');
  return { settings: { pauseMinutes, organiser, isEmergency, texts }, menu };
}
