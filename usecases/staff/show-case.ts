import type { Accused, UnknownOffice } from '../../domain/accused/accused.ts';
import { withoutAccused } from '../../domain/accused/recusal.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Case, FollowUpReceived } from '../../domain/case/case.ts';
import { type AvailableAct, availableActs } from '../../domain/case/commands/available-acts.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { unknownAccused, whyAccused } from '../../domain/case/history/accusation-reasons.ts';
import { type Opinion, opinionsOf } from '../../domain/case/history/assisting-opinions.ts';
import type { Way, WayFacts } from '../../domain/case/outside/handling-ways.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { isHiddenFrom } from '../../domain/case/rights/authority.ts';
import { hasPower } from '../../domain/case/rights/rights.ts';
import type { AnonymousComplaint } from '../../domain/complaint.ts';
import type { SenderHistory } from '../../domain/history/senders.ts';
import { type ReasonedClock, reasonsOf } from '../../domain/notices/clock-reasons.ts';
import type { SuggestedProcedure } from '../../domain/procedure/suggest-procedure.ts';
import type { Repeat } from '../../domain/repeats/repeat.ts';
import type { Route } from '../../domain/routing/route.ts';
import type { CaseReader } from '../cases/command-case.ts';
import type { SenderLinks } from '../history/link-senders.ts';
import { senderHistoryOf } from '../history/sender-history.ts';
import { eventsWithout, hiddenLinksOf, withoutLinks } from './hidden-links.ts';
import { complaintOf, type PartFile, partsOf } from './parts-of.ts';
import { type Shown, visibleCase } from './visible-case.ts';

export interface ReadCaseDeps {
  readonly cases: CaseReader;
  readonly complaints: { readComplaint(receipt: string): Promise<AnonymousComplaint | undefined> };
  readonly context: CaseRules;
  /** By it whoever handles the case sees how often its sender has complained; without it nobody does. */
  readonly history?: Pick<SenderLinks, 'sameSender'> | undefined;
}

export interface ShowCaseDeps extends ReadCaseDeps {
  /** 六种办理方式: which of them fit a case at that moment. */
  readonly waysOf: (state: WayFacts, now: Instant) => readonly Way[];
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
  /** 拆分件, as they stand. */
  readonly parts: readonly PartFile[];
  /** 期限: those that run, each with its reasons and what comes next. */
  readonly clocks: readonly ReasonedClock[];
  /** 同一信访人, in numbers alone; for whoever handles the case. */
  readonly senderHistory?: SenderHistory | undefined;
  /** 协办意见. */
  readonly opinions: readonly Opinion[];
  /** What this member of staff may do with it now. */
  readonly acts: readonly AvailableAct[];
}

const SHOWN = 20;

/** For who handles the case or stands above it. Reasons are read from the events: no state carries them. */
export async function showCase(
  caseId: string,
  staff: Staff,
  now: Instant,
  deps: ReadCaseDeps,
): Promise<Shown<CaseFile>> {
  const found = await visibleCase(caseId, staff, deps);
  if (found.kind !== 'shown') return found;
  const hidden = await hiddenLinksOf(found.value, staff, deps);
  const state = withoutLinks(found.value, hidden);
  const complaints = hasPower('words', staff.role, ['own']) ? deps.complaints : WITHOUT_WORDS;
  const { history } = deps;
  const [record, complaint, followUps, joint, parts, senderHistory] = await Promise.all([
    deps.cases.events(caseId),
    complaintOf(state, complaints),
    followUpsOf(state, complaints),
    jointOf(state, staff, { ...deps, complaints }),
    partsOf(state, deps.cases),
    history && senderHistoryOf(state, staff, now, { ...deps, history }),
  ]);
  const acts = availableActs(found.value, { ...deps.context, now, actor: staff });
  const events = eventsWithout(record, hidden);
  const [first] = events;
  const { route = undefined, repeats = [], procedure = undefined } = first?.type === 'registered' ? first : {};
  const nameOf = (organ: string) => deps.context.organs.get(organ)?.name ?? organ;
  const known = whyAccused(state, record).map(({ organ, why }) => ({ organ, name: nameOf(organ), why }));
  const accused = [...known, ...unknownAccused(record)];
  const read = { route, repeats, suggestedProcedure: procedure, accused, trace: traceIn(events) };
  const clocks = reasonsOf(state, events, now, withoutAccused(deps.context, state.accused));
  const opinions = opinionsOf(state, events, deps.context);
  return {
    kind: 'shown',
    value: { state, ...read, complaint, followUps, joint, parts, clocks, opinions, senderHistory, acts },
  };
}

/** For roles that see the records and no word of the complainant. */
const WITHOUT_WORDS: ReadCaseDeps['complaints'] = { readComplaint: async () => undefined };

async function followUpsOf({ followUps = [] }: Case, complaints: ReadCaseDeps['complaints']): Promise<FollowUpFile[]> {
  const read = async (one: FollowUpReceived) => ({ ...one, complaint: await complaints.readComplaint(one.receipt) });
  return await Promise.all(followUps.slice(-SHOWN).map(read));
}

/** Without those that accuse whoever looks: this case is closed to them as well, but a moment later. */
async function jointOf({ absorbed = [] }: Case, staff: Staff, deps: ReadCaseDeps): Promise<JointComplaint[]> {
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
  deps: ReadCaseDeps,
): Promise<Shown<readonly CaseEvent[]>> {
  const found = await visibleCase(caseId, staff, deps);
  if (found.kind !== 'shown') return found;
  const hidden = await hiddenLinksOf(found.value, staff, deps);
  return { kind: 'shown', value: eventsWithout(await deps.cases.events(caseId), hidden) };
}
