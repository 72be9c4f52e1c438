import type { Accused, UnknownOffice } from '../../domain/accused/accused.ts';
import { withoutAccused } from '../../domain/accused/recusal.ts';
import { type Day, dayOf, type Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/actor.ts';
import { namedBy, type StaffCommand } from '../../domain/case/acts.ts';
import { isHiddenFrom, maySee } from '../../domain/case/authority.ts';
import type { Case, FollowUpReceived } from '../../domain/case/case.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { Way } from '../../domain/case/handling-ways.ts';
import { type OpenAct, openTo } from '../../domain/case/open-to.ts';
import type { CaseStatus } from '../../domain/case/status.ts';
import { unknownAccused, whyAccused } from '../../domain/case/why-accused.ts';
import type { AnonymousComplaint } from '../../domain/complaint.ts';
import type { Matters } from '../../domain/matter.ts';
import { type ReasonedClock, reasonsOf } from '../../domain/notices/clock-reasons.ts';
import { isAbove } from '../../domain/organs.ts';
import type { SuggestedProcedure } from '../../domain/procedure/suggest-procedure.ts';
import type { Repeat } from '../../domain/repeats/repeat.ts';
import type { Route } from '../../domain/routing/route.ts';
import { type CaseReader, type CaseStore, commandCase, type Outcome } from '../cases/command-case.ts';
import { eventsWithout, hiddenLinksOf, withoutLinks } from './hidden-links.ts';

export interface WorklistQuery {
  readonly organ: string;
  readonly status?: CaseStatus | undefined;
  /** Only ended cases that somebody wants opened again. */
  readonly asksReopening?: boolean | undefined;
  /** Only cases with a deadline before this instant. */
  readonly dueBefore?: Instant | undefined;
  /** Cases that are left out as if they were not there: neither listed, nor counted, nor named by a cursor. */
  readonly isHidden?: ((state: Case) => boolean) | undefined;
  /** Where the page before ended. */
  readonly cursor?: string | undefined;
}

export interface Worklist {
  readonly cases: readonly Case[];
  /** There may be more. */
  readonly cursor?: string | undefined;
}

/** A cursor that was never the end of a page. */
export class NoSuchPage extends Error {
  override readonly name = 'NoSuchPage';
}

export interface StaffDeskDeps {
  readonly cases: CaseStore & CaseReader;
  /** Throws NoSuchPage. */
  readonly worklists: { read(query: WorklistQuery): Promise<Worklist> };
  readonly complaints: { readComplaint(receipt: string): Promise<AnonymousComplaint | undefined> };
  readonly context: CaseRules;
  /** Whose business each matter is by the law of that day. */
  readonly mattersOn: (day: Day) => Matters;
  /** 六种办理方式: which of them fit a case at that moment. */
  readonly waysOf: (state: Case, now: Instant) => readonly Way[];
}

export type Shown<T, Obstacle = never> =
  | { readonly kind: 'shown'; readonly value: T }
  | { readonly kind: 'unknown' | 'not-yours' | Obstacle };

/** The cases led by an organ, soonest deadline first: one's own, or one further down the line. */
export async function showWorklist(
  query: WorklistQuery,
  staff: Staff,
  { worklists, context }: StaffDeskDeps,
): Promise<Shown<Worklist, 'no-such-page'>> {
  const mine = query.organ === staff.organ || isAbove(staff.organ, query.organ, context.organs);
  if (!mine) return { kind: 'not-yours' };
  // One's own list holds nothing that one may not see.
  const isHidden = query.organ === staff.organ ? undefined : (state: Case) => isHiddenFrom(staff.organ, state, context);
  try {
    return { kind: 'shown', value: await worklists.read({ ...query, isHidden }) };
  } catch (error) {
    if (error instanceof NoSuchPage) return { kind: 'no-such-page' };
    throw error;
  }
}

/** 后续来信, with its words. */
export interface FollowUpFile extends FollowUpReceived {
  readonly complaint: AnonymousComplaint | undefined;
}

/** 并入的来信, with its words. */
export interface JointComplaint {
  readonly receipt: string;
  readonly complaint: AnonymousComplaint | undefined;
}

/** A case with what the complainant wrote, but not who they are, and with what the rules suggested and why. */
export interface CaseFile {
  readonly state: Case;
  /** Why it is what it is said to be: of the last who said so, rules or person. */
  readonly trace: readonly string[];
  readonly route: Route | undefined;
  /** 关联件, as the rules saw them when the case was registered. */
  readonly repeats: readonly Repeat[];
  /** 被反映单位, by name and with every reason on record; offices that are on no roster have no id. */
  readonly accused: readonly (UnknownOffice & Partial<Accused>)[];
  /** 办理途径, as the rules suggested it. */
  readonly suggestedProcedure: SuggestedProcedure | undefined;
  readonly complaint: AnonymousComplaint | undefined;
  /** The latest twenty, oldest first. */
  readonly followUps: readonly FollowUpFile[];
  /** Of the cases that were joined to it the latest twenty, oldest first. */
  readonly joint: readonly JointComplaint[];
  /** 期限: those that run, each with its reasons and what comes next. */
  readonly clocks: readonly ReasonedClock[];
  /** What this member of staff may do with it now. */
  readonly acts: readonly OpenAct[];
}

const SHOWN = 20;

/** For who handles the case or stands above it. Reasons are read from the events: no state carries them. */
export async function showCase(
  caseId: string,
  staff: Staff,
  now: Instant,
  deps: StaffDeskDeps,
): Promise<Shown<CaseFile>> {
  const found = await seen(caseId, staff, deps);
  if (found.kind !== 'shown') return found;
  const hidden = await hiddenLinksOf(found.value, staff, deps);
  const state = withoutLinks(found.value, hidden);
  const [record, complaint, followUps, joint] = await Promise.all([
    deps.cases.events(caseId),
    deps.complaints.readComplaint(caseId),
    followUpsOf(state, deps),
    jointOf(state, staff, deps),
  ]);
  const acts = openTo(found.value, { ...deps.context, now, actor: staff });
  const events = eventsWithout(record, hidden);
  const [first] = events;
  const { route = undefined, repeats = [], procedure = undefined } = first?.type === 'registered' ? first : {};
  const nameOf = (organ: string) => deps.context.organs.get(organ)?.name ?? organ;
  const known = whyAccused(state, record).map(({ organ, why }) => ({ organ, name: nameOf(organ), why }));
  const accused = [...known, ...unknownAccused(record)];
  const read = { route, repeats, suggestedProcedure: procedure, accused, trace: traceIn(events) };
  const clocks = reasonsOf(state, events, now, withoutAccused(deps.context, state.accused));
  return { kind: 'shown', value: { state, ...read, complaint, followUps, joint, clocks, acts } };
}

async function followUpsOf({ followUps = [] }: Case, { complaints }: StaffDeskDeps): Promise<FollowUpFile[]> {
  const read = async (one: FollowUpReceived) => ({ ...one, complaint: await complaints.readComplaint(one.receipt) });
  return await Promise.all(followUps.slice(-SHOWN).map(read));
}

/** Without those that accuse whoever looks: this case is closed to them as well, but a moment later. */
async function jointOf({ absorbed = [] }: Case, staff: Staff, deps: StaffDeskDeps): Promise<JointComplaint[]> {
  const read = async ({ receipt }: { readonly receipt: string }) => {
    const [state, complaint] = await Promise.all([deps.cases.load(receipt), deps.complaints.readComplaint(receipt)]);
    return state && isHiddenFrom(staff.organ, state, deps.context) ? [] : [{ receipt, complaint }];
  };
  return (await Promise.all(absorbed.slice(-SHOWN).map(read))).flat();
}

function traceIn(events: readonly CaseEvent[]): readonly string[] {
  const corrected = events.findLast((event) => event.type === 'reclassified');
  const [first] = events;
  return corrected?.after.trace ?? (first?.type === 'registered' ? first.classification.trace : []);
}

/** Everything that happened to a case, oldest first. */
export async function showEvents(
  caseId: string,
  staff: Staff,
  deps: StaffDeskDeps,
): Promise<Shown<readonly CaseEvent[]>> {
  const found = await seen(caseId, staff, deps);
  if (found.kind !== 'shown') return found;
  const hidden = await hiddenLinksOf(found.value, staff, deps);
  return { kind: 'shown', value: eventsWithout(await deps.cases.events(caseId), hidden) };
}

/** What a member of staff asks of a case, on the version they saw. */
export async function commandByStaff(
  caseId: string,
  command: StaffCommand,
  expectedVersion: number,
  staff: Staff,
  now: Instant,
  { cases, context, mattersOn }: StaffDeskDeps,
): Promise<Outcome> {
  const matters = mattersOn(dayOf(now));
  const id = namedBy(command);
  const namedCase = id === undefined ? undefined : await cases.load(id);
  return await commandCase(
    caseId,
    command,
    { ...context, matters, now, actor: staff, namedCase },
    cases,
    expectedVersion,
  );
}

/** The case, for whoever may see it: 并案的, by the rights of the case in which it is handled. */
export async function seen(
  caseId: string,
  staff: Staff,
  { cases, context }: Pick<StaffDeskDeps, 'cases' | 'context'>,
): Promise<Shown<Case>> {
  const line = await lineOf(caseId, cases);
  const [state] = line;
  const last = line.at(-1);
  if (!state || !last || line.some((one) => isHiddenFrom(staff.organ, one, context))) return { kind: 'unknown' };
  return maySee(last, staff.organ, context) ? { kind: 'shown', value: state } : { kind: 'not-yours' };
}

/** The case, the one that it was joined to, and where that one went in turn. */
async function lineOf(caseId: string, cases: Pick<CaseStore, 'load'>): Promise<readonly Case[]> {
  const state = await cases.load(caseId);
  if (!state) return [];
  return [state, ...(state.joinedTo === undefined ? [] : await lineOf(state.joinedTo, cases))];
}
