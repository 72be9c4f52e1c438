import type { Instant } from '../../calendar/day.ts';
import type { CaseEvent, EventOf } from '../../case/events.ts';
import { INCIDENT_LEVELS } from '../../classification/classification.ts';

/** 同一事件: what one complaint reports of an incident. */
export interface Report {
  readonly caseId: string;
  readonly at: Instant;
  /** Of what nature, whose and where: within an hour these make one incident, as long as nothing new is told of it. */
  readonly incident: string;
  readonly assisting: readonly string[];
  /** Each is news from whoever tells it first. */
  readonly signs: readonly string[];
  /** Where it is: known as long as one of them is. */
  readonly where: readonly string[];
}

/** Who was the first of an incident to tell a sign: ids of cases. */
export type Firsts = ReadonlyMap<string, string>;

/** Some have told where it is. */
const PLACED = 'placed';

/**
 * What an event reports of an incident: an emergency, or a crowd that gathers. Nothing for whatever is looked at by
 * itself: an inspection item, a word of staff, noise at a time that the province watches.
 */
export function reportOf(event: CaseEvent): Report | undefined {
  if (event.type !== 'registered' || event.inspection) return undefined;
  const signs = signsOf(event.classification);
  if (signs.length === 0) return undefined;
  const { caseId, at, place, route, sites = [] } = event;
  const incident = [event.classification.urgency, route.lead, place?.division ?? 'unplaced'].join('#');
  const where = [...sites, ...(place?.town ? [`town ${place.town.code}`] : [])];
  return { caseId, at, incident, assisting: route.assisting, signs, where };
}

/** Whose it was when it was reported. */
export const leadIn = (incident: string): string => incident.split('#')[1]!;

/** The least grave level says no more than that it is an emergency. */
function signsOf(classification: EventOf<'registered'>['classification']): readonly string[] {
  const { urgency, incidentKind, incidentLevel = 'Ⅳ', alerts = [] } = classification;
  if (urgency !== 'emergency') return alerts.filter((alert) => alert === 'group-incident');
  const graver = INCIDENT_LEVELS.slice(INCIDENT_LEVELS.indexOf(incidentLevel), -1).map((level) => `level ${level}`);
  return ['emergency', ...(incidentKind ? [incidentKind] : []), ...graver];
}

/**
 * Whether the duty desk is told of it by itself and at once: it is the first, or tells of another kind, a graver level,
 * or another place than all before it. Where nobody has said where it is, whoever does so first brings no other place.
 */
export function isNews({ caseId, signs, where }: Report, firsts: Firsts): boolean {
  const isFirst = (sign: string) => firsts.get(sign) === caseId;
  const isElsewhere = where.length > 0 && where.every(isFirst) && !isFirst(PLACED);
  return signs.some(isFirst) || isElsewhere;
}

/** All that a report is the first to tell unless somebody was before it. */
export const claimsOf = ({ signs, where }: Report): readonly string[] => [
  ...signs,
  ...where,
  ...(where.length > 0 ? [PLACED] : []),
];

const HOUR_MS = 3_600_000;

/** An incident as it is gathered from its first report on, for an hour. */
export interface Gathering {
  readonly id: string;
  /** The case that reported first, and when. */
  readonly opener: string;
  readonly since: Instant;
  readonly firsts: Firsts;
  /** In the order of their time. */
  readonly reports: readonly Report[];
}

/** What is told at the end of the hour. */
export const gatheredIn = ({ reports, firsts }: Gathering): readonly Report[] =>
  reports.filter((report) => !isNews(report, firsts));

export const endOf = (since: Instant): Instant => new Date(Date.parse(since) + HOUR_MS).toISOString();

/**
 * The gathering that a report opens, and the one that may have opened within the hour before it: each is named by the
 * hour of the clock in which it opened, so that two who are the first at the same moment open one.
 */
export function gatheringIds({ incident, at }: Report): { readonly own: string; readonly earlier: string } {
  const idAt = (milliseconds: number) => `${incident}#${new Date(milliseconds).toISOString().slice(0, 13)}`;
  return { own: idAt(Date.parse(at)), earlier: idAt(Date.parse(at) - HOUR_MS) };
}
