import { type Accused, together, type UnknownOffice } from './accused/accused.ts';
import { accusedOrgansIn } from './accused/accused-organs.ts';
import type { Registration } from './case/acts/register.ts';
import type { Classification, ClassifiedPart } from './classification/classification.ts';
import { classify } from './classification/classify.ts';
import { withStatedLevel } from './classification/incident-level.ts';
import { onOccasion } from './classification/occasions.ts';
import type { ClassificationRules } from './classification/rules.ts';
import { closedToAccused } from './closed-to-accused.ts';
import type { Complaint } from './complaint.ts';
import type { Organs } from './organs.ts';
import { WHOLE_COUNTRY } from './place/division.ts';
import type { Gazetteer } from './place/gazetteer.ts';
import { locate } from './place/locate.ts';
import { suggestProcedure } from './procedure/suggest-procedure.ts';
import type { Route } from './routing/route.ts';
import { route } from './routing/route-complaint.ts';
import type { RoutingTable } from './routing/rules.ts';

type Analysed = Pick<Complaint, 'text' | 'target' | 'address' | 'division' | 'channel'> &
  Partial<Pick<Complaint, 'receivedAt'>> & { readonly known?: Known | undefined };

/** What is known of a complaint beside its words. */
export interface Known {
  /** Who has the case that it is written to, where it follows an earlier one. */
  readonly reader?: string | undefined;
  /** 被反映单位: who handled the earlier case of whose handling it complains. */
  readonly accused?: readonly Accused[] | undefined;
}

/** Everything by which a complaint finds its owner on one day, ready for use. */
export interface AnalysisRules {
  readonly classification: ClassificationRules;
  readonly gazetteer: Gazetteer;
  readonly routing: RoutingTable;
  readonly organs: Organs;
}

/**
 * What a complaint is about, where, and whose it is; without its day no occasion counts. Whatever cannot be told goes
 * to the catch-all desk, with the reason.
 */
export function analyse(
  { text, target = '', address, division, channel, receivedAt, known = {} }: Analysed,
  { classification: rules, gazetteer, routing, organs }: AnalysisRules,
): Omit<Registration, 'complaint'> {
  const stated = `${target}\n${text}`;
  const { day, cite } = routing.law;
  const grading = { day, tables: rules.taxonomy.incidentLevels, basis: cite('emergency-levels') };
  const byWords = withStatedLevel(classify(text, rules, target), stated, grading);
  const whole = receivedAt ? onOccasion(byWords, receivedAt, routing.occasions ?? []) : byWords;
  const place = locate({ division, address, text: `${target}\n${text}` }, gazetteer, routing.province);
  const title = routing.matters.matters[whole.matter]?.name ?? '事项待核实';
  // A place that is no more than a list of candidates is nobody's yet.
  const certain = place?.division === WHOLE_COUNTRY ? undefined : place;
  const routeOf = (about: Classification) => route({ classification: about, place: certain, channel }, routing, organs);
  const parts = whole.parts?.map((part) => ({ ...part, lead: leadOfPart(part, whole, routeOf) }));
  const classification = parts ? { ...whole, parts } : whole;
  const around = { organs, names: gazetteer.names, place: certain?.division, reader: known.reader };
  const { accused, unknown } = accusedOrgansIn(text, target, around);
  const procedure = suggestProcedure({ text, classification });
  const unknownOffices = unknown.length > 0 ? unknown : undefined;
  const routed = withDoubt(routeOf(whole), unknown);
  const own = { title, classification, place, route: routed, procedure, unknownOffices };
  return closedToAccused(
    own,
    together([...accused, ...(known.accused ?? [])]),
    { organs, catchAllOrgan: routing.catchAll },
    routing.law,
  );
}

/** Somebody must look whom the complaint means. */
function withDoubt(route: Route, unknown: readonly UnknownOffice[]): Route {
  const doubts = unknown.map(
    ({ name, why }) => `疑似反映${name}的履职问题（${why.join('、')}），名册中没有该单位：请人工核对`,
  );
  return { ...route, trace: [...route.trace, ...doubts] };
}

/** Whose a part would be alone; nobody's where only the catch-all desk is left. */
function leadOfPart(
  part: ClassifiedPart,
  whole: Classification,
  routeOf: (about: Classification) => Route,
): string | undefined {
  const { lead, rule } = routeOf({ ...whole, matter: part.matter, otherMatters: [] });
  return rule === 'catch-all' ? undefined : lead;
}
