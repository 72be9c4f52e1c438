import * as z from 'zod';
import type { Case } from '../../../domain/case/case.ts';
import { DEPARTURES } from '../../../domain/case/handling/follow-up-departures.ts';
import type { Way } from '../../../domain/case/outside/handling-ways.ts';
import { WAYS } from '../../../domain/case/outside/sent-ways.ts';
import { FOLLOW_UP_KINDS } from '../../../domain/complaint.ts';
import { historyText } from '../../../domain/history/senders.ts';
import { RELATIONS } from '../../../domain/repeats/repeat.ts';
import { listOf } from '../../../domain/stored.ts';
import type { CaseFile } from '../../../usecases/staff/show-case.ts';
import { AfterViews, afterViewsOf } from './after-views.ts';
import { CaseSummary, Person, summaryOf } from './case-summary.ts';
import { clockOf, ReasonedClock } from './clock-views.ts';
import { AnswerView, answerOf } from './closing-view.ts';
import { Words, wordsOf } from './complaint-words.ts';
import { MaterialsView, materialsOf } from './materials-view.ts';
import { OversightView, oversightOf } from './oversight-view.ts';
import { Parts, WaysSent } from './part-views.ts';
import { ProcedureView, procedureOf } from './procedure-view.ts';
import { TextAids, textAidsOf } from './text-aids.ts';

const SenderHistoryView = z.object({ cases: z.int(), dissatisfied: z.int(), text: z.string() });

/** A case as its officer sees it: the reasons of classification and routing, and what was written; never by whom. */
export const CaseView = CaseSummary.extend({
  clocks: listOf(ReasonedClock),
  channel: z.string(),
  /** 责任人 of the lead and of those who assist. */
  officers: listOf(Person.extend({ organ: z.string() })),
  flags: listOf(z.string()),
  /** Fine codes, and the matter that decides whose business it is. */
  subtypes: listOf(z.string()),
  matter: z.string(),
  /** 行业 in the words of the national bulletins, the one most spoken of first; empty where nothing tells. */
  industries: listOf(z.string()),
  /** Why the duty desk was told at once. */
  alerts: listOf(z.string()),
  /** Several problems in one complaint, each with whom it would go to alone; where its words stand in the text. */
  parts: listOf(
    z.object({
      types: listOf(z.string()),
      subtypes: listOf(z.string()),
      matter: z.string(),
      urgency: z.string(),
      start: z.int(),
      end: z.int(),
      lead: z.string().optional(),
    }),
  ),
  /** 地点未定: what it may be, the likeliest first; a person decides. */
  placeCandidates: listOf(z.object({ division: z.string(), name: z.string(), score: z.number() })),
  /** Who told what the case is about: the rules, or a person who corrected them. */
  classifiedBy: z.enum(['rules', 'person']),
  corrected: z.object({ at: z.iso.datetime(), organ: z.string(), reason: z.string() }).optional(),
  /** 待答复的异议: since when, and the organ that decides on it. The case stays with its lead until then. */
  objection: z.object({ since: z.iso.datetime(), to: z.string() }).optional(),
  /** 被反映单位: whose own conduct it is about, and why; they never see it. An office on no roster has no `organ`. */
  accusedOrgans: listOf(z.object({ organ: z.string().optional(), name: z.string(), why: listOf(z.string()) })),
  procedure: ProcedureView.optional(),
  trace: listOf(z.string()),
  /** What the rules suggested, and why; `lead` is who has the case now. */
  route: z
    .object({
      lead: z.string(),
      assisting: listOf(z.string()),
      rule: z.string(),
      trace: listOf(z.string()),
      /** 法律依据 as it was on the day of routing. */
      basis: z.object({ day: z.iso.date(), text: z.string(), provision: z.string().optional() }).optional(),
    })
    .optional(),
  /**
   * The six ways of handling that fit it now, and why; where `needsVerification`, a person must check the office first.
   */
  ways: listOf(
    z.object({
      way: z.enum(WAYS),
      name: z.string(),
      why: z.string(),
      to: z.string().optional(),
      needsVerification: z.boolean(),
      everyDays: z.int().optional(),
    }),
  ),
  /**
   * 关联件: earlier cases that it seems to belong to, and why. `same-matter` may be joined by one `join`; nothing is
   * joined by itself.
   */
  repeats: listOf(
    z.object({
      caseId: z.string(),
      relation: z.enum(RELATIONS),
      score: z.number(),
      trace: listOf(z.string()),
    }),
  ),
  /** 并案: the case in which this one is handled, and the receipts of those that are handled in this one. */
  joinedTo: z.string().optional(),
  /** 另立一案: the case that this one was set apart from, and the receipts of those that were set apart from it. */
  apartFrom: z.string().optional(),
  apart: listOf(z.string()),
  takenIn: listOf(z.string()),
  waysSent: WaysSent,
  /** 拆分: the case that this one is a part of; and the parts of this one, as they stand. */
  partOf: z.string().optional(),
  splitInto: Parts,
  /** 并入的来信: what those wrote whose complaints are handled in this one, the latest twenty, oldest first. */
  joint: listOf(z.object({ receipt: z.string(), complaint: Words.optional() })),
  materials: MaterialsView,
  /** 协办意见: what each assisting organ said last. */
  /** 同一信访人: in numbers, for whoever handles the case; none where there is no other case of theirs. */
  senderHistory: SenderHistoryView.optional(),
  opinions: listOf(z.object({ organ: z.string(), name: z.string(), at: z.iso.datetime(), opinion: z.string() })),
  ...AnswerView.shape,
  ...AfterViews.shape,
  /**
   * 可以办理的动作: what this actor may do now, what each command must say besides, and what stands in the way of it, if
   * anything does.
   */
  acts: listOf(
    z.object({
      type: z.string(),
      name: z.string(),
      needs: listOf(z.string()),
      obstacle: z.string().optional(),
    }),
  ),
  ...OversightView.shape,
  ...TextAids.partial().shape,
  complaint: Words.optional(),
  /** 后续来信: what came in later for the matter, the latest twenty, oldest first. */
  followUps: listOf(
    z.object({
      receipt: z.string(),
      as: z.enum(FOLLOW_UP_KINDS),
      channel: z.string(),
      at: z.iso.datetime(),
      /** Where it seems to tell of another matter than the case, which only a person can know: see `set-apart`. */
      departs: listOf(z.enum(DEPARTURES)),
      complaint: Words.optional(),
    }),
  ),
});

export function viewOf(file: CaseFile, ways: readonly Way[]): z.infer<typeof CaseView> {
  const { state, trace, route, repeats, complaint, followUps, joint, acts } = file;
  const { channel, flags, classification, corrected, joinedTo, absorbed = [] } = state;
  const { subtypes, matter, industries = [], alerts = [], parts = [] } = classification;
  return {
    ...summaryOf(state),
    clocks: file.clocks.map(({ clock, why, next }) => ({ ...clockOf(clock), why, next })),
    channel,
    officers: (state.officers ?? []).map(({ organ, sub, name }) => ({ organ, sub, name })),
    flags,
    subtypes,
    matter,
    industries,
    alerts,
    parts,
    placeCandidates: state.place?.candidates ?? [],
    classifiedBy: corrected ? 'person' : 'rules',
    corrected,
    objection: objectionOf(state),
    accusedOrgans: file.accused,
    procedure: procedureOf(file),
    trace,
    route,
    ways,
    repeats: repeats.map(({ caseId, relation, score, trace: why }) => ({ caseId, relation, score, trace: why })),
    joinedTo,
    apartFrom: state.apartFrom,
    apart: state.apart ?? [],
    partOf: state.partOf?.whole,
    splitInto: file.parts,
    waysSent: state.waysSent ?? [],
    takenIn: absorbed.map(({ receipt }) => receipt),
    joint: joint.map((one) => ({ ...one, complaint: one.complaint && wordsOf(one.complaint, state.id) })),
    materials: materialsOf(state),
    senderHistory: file.senderHistory && { ...file.senderHistory, text: historyText(file.senderHistory) },
    opinions: file.opinions,
    ...answerOf(state),
    ...afterViewsOf(state),
    acts,
    ...oversightOf(state),
    ...(complaint && textAidsOf(complaint)),
    complaint: complaint && wordsOf(complaint, state.id),
    followUps: followUps.map(({ receipt, as, channel: by, at, departs = [], complaint: theirs }) => {
      return { receipt, as, channel: by, at, departs, complaint: theirs && wordsOf(theirs, state.id) };
    }),
  };
}

const objectionOf = ({ objection }: Case) => objection && { since: objection.since, to: objection.to };
