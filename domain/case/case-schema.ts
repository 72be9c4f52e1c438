import * as z from 'zod';
import {
  type Classification,
  ClassificationSchema,
  INCIDENT_LEVELS,
  LangSchema,
} from '../classification/classification.ts';
import { ClockSchema, StricterSchema } from '../clocks/clock.ts';
import { limitsSchema } from '../clocks/set-limit.ts';
import { FOLLOW_UP_KINDS } from '../complaint.ts';
import { MeasuresSchema, truthNames } from '../procedure/findings.ts';
import { PROCEDURES } from '../procedure/procedures.ts';
import { RepeatLinkSchema } from '../repeats/repeat.ts';
import { holders } from '../routing/route.ts';
import { DaySchema, InstantSchema, listOf, stored } from '../stored.ts';
import { CallBacksSchema, RevisitsSchema } from './answer/after-answer.ts';
import { ProposalSchema } from './answer/closing-proposal.ts';
import { DECLINE_REASONS, type DeclineReason } from './answer/decline-reasons.ts';
import { ReopeningAskedSchema } from './answer/reopening-request.ts';
import { reviewSchema } from './answer/review.ts';
import { GRADES } from './answer/satisfaction.ts';
import { OpinionSchema } from './handling/assistance.ts';
import { DEPARTURES } from './handling/follow-up-departures.ts';
import { StageSchema } from './handling/incident.ts';
import { BeforeJoiningSchema } from './handling/joining.ts';
import { MaterialsSchema } from './handling/materials.ts';
import { MediationsSchema } from './handling/mediation.ts';
import { PENALTY_RESULTS } from './handling/penalty.ts';
import { QuestionsSchema } from './handling/questions.ts';
import { rectificationSchema } from './handling/rectification.ts';
import { VisitsSchema } from './handling/site-visits.ts';
import { PartOfSchema, PartSchema } from './handling/splitting.ts';
import { ChannelSchema, LISTED_PARTS, OrderSchema, SuggestionSchema } from './listed-schema.ts';
import { InformedSchema } from './outside/informed-authorities.ts';
import { TransferSchema } from './outside/transfer-record.ts';
import { instructionsSchema } from './oversight/instructions.ts';
import { MarkedSchema } from './oversight/marks.ts';
import { supervisionsSchema } from './oversight/supervisions.ts';

/**
 * A classification without its reasons: they stand in the event that said so, and are not written again with each
 * change.
 */
export function withoutReasons<Reasoned extends object>(classification: Reasoned): Omit<Reasoned, 'trace'> {
  const { trace, ...rest } = classification as Reasoned & Partial<Pick<Classification, 'trace'>>;
  return rest;
}

/** Items of old releases still hold the reasons: they are left behind. */
export const CaseClassificationSchema = ClassificationSchema.omit({ trace: true }).overwrite(withoutReasons);

const CorrectionSchema = stored({
  at: InstantSchema,
  organ: z.string(),
  reason: z.string(),
});

export const AbsorbedSchema = stored({
  receipt: z.string(),
  channel: ChannelSchema,
  /** Number of the event that absorbed it: what comes after is told to its complainant too. */
  seq: z.int(),
  order: OrderSchema.optional(),
  lang: LangSchema,
  /** When its sender's limit ends. */
  until: InstantSchema.optional(),
  /** 匿名转来, as of a case. */
  outOfReach: z.literal(true).optional(),
  /** What its sender thinks of the answer that stands. */
  rating: z.enum(GRADES).optional(),
});

/** Where it seems to tell of another matter than that of the case. */
export const DeparturesSchema = listOf(z.enum(DEPARTURES));

export const FollowUpReceivedSchema = stored({
  receipt: z.string(),
  /** The complaint that it was sent after: the one that opened this case, or one that was joined to it. */
  to: z.string(),
  as: z.enum(FOLLOW_UP_KINDS),
  channel: ChannelSchema,
  at: InstantSchema,
  departs: DeparturesSchema.optional(),
  /** 匿名转来, as of a case. */
  outOfReach: z.literal(true).optional(),
});

/** 待答复的异议. */
const ObjectionSchema = stored({
  since: InstantSchema,
  /** The organ that decides on it. */
  to: z.string(),
});

const IncidentSchema = stored({
  /** 初报时间. */
  reportedAt: InstantSchema,
  level: z.enum(INCIDENT_LEVELS).optional(),
  toMinistryAt: InstantSchema.optional(),
});

/** 行政处罚程序. */
const PenaltySchema = stored({
  fileNumber: z.string(),
  filedAt: InstantSchema,
  endedAt: InstantSchema.optional(),
  result: z.enum(PENALTY_RESULTS).optional(),
  publishedAt: InstantSchema.optional(),
});

const ExtensionAskedSchema = stored({
  reason: z.string(),
  /** 时限名称, where one was named. */
  clock: z.string().optional(),
  /** Until when, where the rule leaves that to whoever asks. */
  until: DaySchema.optional(),
  at: InstantSchema,
  /** Who asked, as the identity provider knows them. */
  by: z.string(),
});

/** A case as it lies in the table: the type and the schema are one. */
export const CaseSchema = stored({
  /** The receipt of the complaint that opened it. */
  id: z.string(),
  /** Number of its events so far. */
  version: z.int(),
  /** 链头: the last event that was linked, whose hash the next one names. */
  head: stored({ seq: z.int(), hash: z.string() }).optional(),
  ...LISTED_PARTS,
  receivedAt: InstantSchema,
  /** Names the matter for people, such as "施工噪声". */
  title: z.string(),
  classification: CaseClassificationSchema,
  /** Set once a person has corrected the classification. */
  corrected: CorrectionSchema.optional(),
  /** 指定期限, by the clock that they are for. */
  limits: limitsSchema().optional(),
  ...holders,
  /**
   * Set once the case has gone to others than the rules suggested: until then, those who have it are the suggestion.
   */
  suggested: SuggestionSchema.optional(),
  /** 交办单位: who gave it to its lead; none where the rules did. */
  assignedBy: z.string().optional(),
  /** 退回过本件的单位: those whose objections were agreed with. */
  returnedBy: listOf(z.string()).optional(),
  /** Set while one waits for its answer. */
  objection: ObjectionSchema.optional(),
  /** 突发环境事件, once it was reported. */
  incident: IncidentSchema.optional(),
  clocks: listOf(ClockSchema),
  /** 关联件: earlier cases that it seems to belong to, the surest first. */
  repeats: listOf(RepeatLinkSchema).optional(),
  /** 并入: the case in which this one is handled now. */
  joinedTo: z.string().optional(),
  beforeJoining: BeforeJoiningSchema.optional(),
  /** 拆分: the parts that are cases of their own, ten at most. */
  parts: listOf(PartSchema).optional(),
  /** 拆分自: the case that this one is a part of. */
  partOf: PartOfSchema.optional(),
  /** 并入件. */
  absorbed: listOf(AbsorbedSchema).optional(),
  /** 指定期限 of this case itself, while that of an absorbed one is in force. */
  ownLimit: InstantSchema.optional(),
  /** The latest hundred. */
  followUps: listOf(FollowUpReceivedSchema).optional(),
  /** 另立: receipts of what came in later and has a case of its own, the latest hundred. */
  apart: listOf(z.string()).optional(),
  /** 另立自: the case after which its complaint was sent. */
  apartFrom: z.string().optional(),
  /** 催单次数. */
  urges: z.int().optional(),
  reopeningAsked: ReopeningAskedSchema.optional(),
  /** 办理途径: suggested until the case is accepted. */
  procedure: z.enum(PROCEDURES).optional(),
  /** 另有规定的履行期限, in words. */
  ownPeriod: z.string().optional(),
  /** 不予受理的情形. */
  declinedFor: z.enum(Object.keys(DECLINE_REASONS) as DeclineReason[]).optional(),
  /** 立案查处. */
  penalty: PenaltySchema.optional(),
  extensionAsked: ExtensionAskedSchema.optional(),
  visits: VisitsSchema.optional(),
  rectification: rectificationSchema().optional(),
  /** Extended once, it is not extended again, even where it was opened again since. */
  wasExtended: z.boolean().optional(),
  /** 材料: files that staff added. */
  materials: MaterialsSchema.optional(),
  /** 协办意见: who of those assisting has said what they have to say, and when. */
  opinions: listOf(OpinionSchema).optional(),
  /** 呈签: an answer that waits for its signature. */
  closing: ProposalSchema.optional(),
  /** 重点标记 that people have set, and the ladder that follows from them. */
  marked: MarkedSchema.optional(),
  stricter: StricterSchema.optional(),
  instructions: instructionsSchema().optional(),
  supervisions: supervisionsSchema().optional(),
  /** 移送. */
  transfer: TransferSchema.optional(),
  /** 应急联动, and how far the reports of the emergency have come. */
  informed: InformedSchema.optional(),
  stage: StageSchema.optional(),
  /** What the complainant is told in the end, and when. */
  answer: z.string().optional(),
  answeredAt: InstantSchema.optional(),
  /** 是否属实, 处理措施. */
  found: stored({ truth: z.enum(truthNames).optional(), measures: MeasuresSchema.optional() }).optional(),
  /** 复查、复核、终结. */
  review: reviewSchema().optional(),
  /** The same of others whose complaints are handled in it. */
  reviewed: listOf(reviewSchema()).optional(),
  /** 询问信访人. */
  questions: QuestionsSchema.optional(),
  /** 匿名转来: who sent it is known to nobody here, and has no way to look. */
  outOfReach: z.literal(true).optional(),
  /** 评价 of the answer that stands, by whoever sent the complaint that opened it. */
  rating: z.enum(GRADES).optional(),
  callBacks: CallBacksSchema.optional(),
  revisits: RevisitsSchema.optional(),
  mediations: MediationsSchema.optional(),
});
