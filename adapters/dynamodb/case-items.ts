import * as z from 'zod';
import type { Case } from '../../domain/case/case.ts';
import { DECLINE_REASONS } from '../../domain/case/commands.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { CHANNELS, FLAGS } from '../../domain/complaint.ts';

const Instant = z.iso.datetime();
const ClockName = z.enum(['tell', 'handle', 'objection', 'inspection-report', 'supplement']);
const Channel = z.enum(CHANNELS);
const Flag = z.enum(FLAGS);
const FollowUpAs = z.enum(['supplement', 'urge', 'send-back']);
const Place = z.object({
  division: z.string(),
  name: z.string(),
  town: z.object({ code: z.string(), name: z.string() }).optional(),
  neighbours: z.array(z.object({ division: z.string(), name: z.string() })).optional(),
  candidates: z.array(z.object({ division: z.string(), name: z.string(), score: z.number() })).optional(),
});
const Inspection = z.object({ batch: z.string(), item: z.string() });

const ClassifiedPart = z.object({
  types: z.array(z.enum(['大气', '水', '土壤', '噪声', '生态', '辐射', '固废', '海洋', '其他'])),
  subtypes: z.array(z.string()),
  matter: z.string(),
  urgency: z.enum(['normal', 'urgent', 'emergency']),
  start: z.int(),
  end: z.int(),
  lead: z.string().optional(),
});

const Classification = z.object({
  ...ClassifiedPart.omit({ start: true, end: true, lead: true }).shape,
  otherMatters: z.array(z.string()).optional(),
  industries: z.array(z.string()).max(3).optional(),
  competent: z.boolean(),
  alerts: z.array(z.enum(['group-incident', 'watched-time'])).optional(),
  score: z.number(),
  trace: z.array(z.string()),
  parts: z.array(ClassifiedPart).optional(),
});

/** As the state has it: an old item's reasons are left behind. */
const CaseClassification = Classification.omit({ trace: true });

const RepeatLink = z.object({
  caseId: z.string(),
  relation: z.enum(['same-matter', 'about-handling', 'same-source']),
  score: z.number(),
});
const Repeat = RepeatLink.extend({ lead: z.string(), trace: z.array(z.string()) });

const Suggestion = z.object({ lead: z.string(), assisting: z.array(z.string()) });

const Clock = z.object({
  name: ClockName,
  policy: z.string(),
  startedAt: Instant,
  countedFrom: Instant,
  dueAt: Instant,
  provisional: z.boolean(),
  extended: z.boolean(),
  stoppedAt: Instant.optional(),
  fired: z.array(z.string()),
});

/** The state of a case as we accept it back from the table. Typed as `Case`, so the two cannot drift apart. */
export const CaseItem: z.ZodType<Case> = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum([
    'registered',
    'accepted',
    'declined',
    'transferred',
    'joined',
    'assigned',
    'reported',
    'returned',
    'closed',
  ]),
  channel: Channel,
  receivedAt: Instant,
  title: z.string(),
  classification: CaseClassification,
  corrected: z.object({ at: Instant, organ: z.string(), reason: z.string() }).optional(),
  place: Place.optional(),
  flags: z.array(Flag),
  inspection: Inspection.optional(),
  lead: z.string(),
  assisting: z.array(z.string()),
  suggested: Suggestion.optional(),
  clocks: z.array(Clock),
  repeats: z.array(RepeatLink).optional(),
  joinedTo: z.string().optional(),
  takenIn: z.array(z.object({ receipt: z.string(), channel: Channel, seq: z.int() })).optional(),
  followUps: z
    .array(z.object({ receipt: z.string(), to: z.string(), as: FollowUpAs, channel: Channel, at: Instant }))
    .optional(),
  urges: z.int().optional(),
  reopeningAsked: z.object({ since: Instant, by: z.array(z.string()) }).optional(),
  answer: z.string().optional(),
});

const Started = z.array(z.object({ name: ClockName, policy: z.string(), dueAt: Instant, provisional: z.boolean() }));

const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('system') }),
  z.object({ kind: z.literal('staff'), organ: z.string(), role: z.string(), name: z.string() }),
]);

const header = { caseId: z.string(), seq: z.int(), at: Instant, actor: Actor };

const Events = z.discriminatedUnion('type', [
  z.object({
    ...header,
    type: z.literal('registered'),
    channel: Channel,
    receivedAt: Instant,
    title: z.string(),
    classification: Classification,
    place: Place.optional(),
    route: z.object({
      ...{ lead: z.string(), assisting: z.array(z.string()), rule: z.string(), trace: z.array(z.string()) },
      // Routes from before the law had days keep theirs in the trace alone.
      basis: z.object({ day: z.string(), text: z.string(), provision: z.string().optional() }).optional(),
    }),
    repeats: z.array(Repeat).optional(),
    flags: z.array(Flag),
    acknowledge: z.literal(true).optional(),
    inspection: Inspection.optional(),
    started: Started,
  }),
  z.object({ ...header, type: z.literal('accepted'), started: Started }),
  z.object({
    ...header,
    type: z.literal('declined'),
    reason: z.enum(Object.keys(DECLINE_REASONS) as (keyof typeof DECLINE_REASONS)[]),
    explanation: z.string(),
  }),
  z.object({ ...header, type: z.literal('transferred'), department: z.string(), explanation: z.string() }),
  z.object({ ...header, type: z.literal('joined'), into: z.string(), reason: z.string().optional() }),
  z.object({ ...header, type: z.literal('took-in'), receipt: z.string(), channel: Channel, late: z.boolean() }),
  z.object({
    ...header,
    type: z.literal('assigned'),
    lead: z.string(),
    assisting: z.array(z.string()),
    started: Started,
    overrules: Suggestion.optional(),
    reason: z.string().optional(),
  }),
  z.object({
    ...header,
    type: z.literal('reclassified'),
    before: CaseClassification,
    after: Classification,
    title: z.string(),
    reason: z.string(),
  }),
  z.object({ ...header, type: z.literal('objected'), reason: z.string(), from: z.string(), to: z.string() }),
  z.object({
    ...header,
    type: z.literal('extended'),
    clock: ClockName,
    from: Instant,
    to: Instant,
    reason: z.string(),
    approvedBy: z.string(),
  }),
  z.object({ ...header, type: z.literal('reported'), findings: z.string() }),
  z.object({ ...header, type: z.literal('returned'), missing: z.string(), started: Started }),
  z.object({ ...header, type: z.literal('closed'), answer: z.string() }),
  z.object({
    ...header,
    type: z.literal('followed-up'),
    receipt: z.string(),
    to: z.string(),
    as: FollowUpAs,
    channel: Channel,
    asksReopening: z.boolean(),
    urges: z.int(),
  }),
  z.object({ ...header, type: z.literal('reopened'), reason: z.string(), started: Started }),
  z.object({ ...header, type: z.literal('reopening-declined'), reason: z.string(), askedBy: z.array(z.string()) }),
  z.object({
    ...header,
    type: z.literal('chased'),
    clock: ClockName,
    step: z.string(),
    kind: z.enum(['reminder', 'due', 'overdue', 'escalation']),
    level: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    scheduledAt: Instant,
    dueAt: Instant,
    to: z.string(),
  }),
  z.object({
    ...header,
    type: z.literal('recomputed'),
    changes: z.array(
      z.object({ clock: ClockName, policy: z.string(), from: Instant, to: Instant, provisional: z.boolean() }),
    ),
  }),
]);

/** An event as we accept it back from the table or its stream. */
export const CaseEventItem: z.ZodType<CaseEvent> = Events;

/** The types of events that this release knows. */
export const EVENT_TYPES = Events.options.map((option) => option.shape.type.value);
