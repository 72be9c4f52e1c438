import * as z from 'zod';
import type { Act, StaffAct } from './act.ts';
import { absorb } from './acts/absorb.ts';
import { accept } from './acts/accept.ts';
import { accuse } from './acts/accuse.ts';
import { acknowledgeWay } from './acts/acknowledge-way.ts';
import { agreeReturn } from './acts/agree-return.ts';
import { answerAssistance } from './acts/answer-assistance.ts';
import { answerWay } from './acts/answer-way.ts';
import { assign } from './acts/assign.ts';
import { attach } from './acts/attach.ts';
import { chase } from './acts/chase.ts';
import { close } from './acts/close.ts';
import { correctAccused } from './acts/correct-accused.ts';
import { correctPlace } from './acts/correct-place.ts';
import { decline } from './acts/decline.ts';
import { declineReopening } from './acts/decline-reopening.ts';
import { distribute } from './acts/distribute.ts';
import { extend } from './acts/extend.ts';
import { followUp } from './acts/follow-up.ts';
import { followWhole } from './acts/follow-whole.ts';
import { AFTER_ANSWER_ACTS } from './acts/groups/after-answer.ts';
import { OVERSIGHT_ACTS } from './acts/groups/oversight.ts';
import { PENALTY_ACTS } from './acts/groups/penalty.ts';
import { RECTIFICATION_ACTS } from './acts/groups/rectification.ts';
import { handOver } from './acts/hand-over.ts';
import { informNeighbours } from './acts/inform-neighbours.ts';
import { join } from './acts/join.ts';
import { movePart } from './acts/move-part.ts';
import { note } from './acts/note.ts';
import { object } from './acts/object.ts';
import { proposeClosing } from './acts/propose-closing.ts';
import { rate } from './acts/rate.ts';
import { reclassify } from './acts/reclassify.ts';
import { recompute } from './acts/recompute.ts';
import { refuseExtension } from './acts/refuse-extension.ts';
import { refuseReturn } from './acts/refuse-return.ts';
import { register } from './acts/register.ts';
import { release } from './acts/release.ts';
import { reopen } from './acts/reopen.ts';
import { report } from './acts/report.ts';
import { reportIncident } from './acts/report-incident.ts';
import { reportSilence } from './acts/report-silence.ts';
import { requestExtension } from './acts/request-extension.ts';
import { returnReport } from './acts/return.ts';
import { returnClosing } from './acts/return-closing.ts';
import { revealContact } from './acts/reveal-contact.ts';
import { sendWay } from './acts/send-way.ts';
import { setApart } from './acts/set-apart.ts';
import { split } from './acts/split.ts';
import { takeBack } from './acts/take-back.ts';
import { transfer } from './acts/transfer.ts';
import { unjoin } from './acts/unjoin.ts';

/** What a member of staff may ask of a case, by the type of the command. */
export const STAFF_ACTS = {
  accept,
  decline,
  transfer,
  join,
  assign,
  reclassify,
  'correct-accused': correctAccused,
  'correct-place': correctPlace,
  object,
  'agree-return': agreeReturn,
  'refuse-return': refuseReturn,
  'report-incident': reportIncident,
  'inform-neighbours': informNeighbours,
  'request-extension': requestExtension,
  extend,
  'refuse-extension': refuseExtension,
  report,
  return: returnReport,
  ...PENALTY_ACTS,
  ...RECTIFICATION_ACTS,
  'propose-closing': proposeClosing,
  'return-closing': returnClosing,
  ...AFTER_ANSWER_ACTS,
  close,
  reopen,
  'decline-reopening': declineReopening,
  'set-apart': setApart,
  unjoin,
  note,
  attach,
  'answer-assistance': answerAssistance,
  distribute,
  'hand-over': handOver,
  'reveal-contact': revealContact,
  split,
  'send-way': sendWay,
  'acknowledge-way': acknowledgeWay,
  'answer-way': answerWay,
  'report-silence': reportSilence,
  ...OVERSIGHT_ACTS,
} as const;

/** What happens to a case without staff: by channels, by timers, by ops. */
const SYSTEM_ACTS = {
  absorb,
  release,
  'take-back': takeBack,
  'move-part': movePart,
  'follow-whole': followWhole,
  accuse,
  'follow-up': followUp,
  rate,
  'fire-timers': chase,
  recompute,
} as const;

type StaffActs = (typeof STAFF_ACTS)[keyof typeof STAFF_ACTS];
type SystemActs = (typeof SYSTEM_ACTS)[keyof typeof SYSTEM_ACTS];

type CommandIn<One> = One extends Act<infer Command, infer _> ? Command : never;
type FactOf<One> = One extends { readonly fact: { readonly schema: z.ZodType<infer Fact> } } ? Fact : never;

/** What a member of staff may ask of a case. */
export type StaffCommand = CommandIn<StaffActs>;

/** The command of that type. */
export type CommandOf<Type extends StaffCommand['type']> = Extract<StaffCommand, { readonly type: Type }>;

type Register = Parameters<typeof register.decide>[0];

export type Command = StaffCommand | CommandIn<SystemActs> | Register;

/** What happened to a case. Never changed once written: events are the audit trail and the outbox. */
export type CaseFact = FactOf<StaffActs | SystemActs | typeof register>;

/** Any act, seen from outside: which command fits which act is the registry's word. */
export type AnyAct = Act<Command, CaseFact>;

const ACTS = { ...STAFF_ACTS, ...SYSTEM_ACTS } as const;

export const actOf = (type: Exclude<Command, Register>['type']): AnyAct => ACTS[type];

export const staffActOf = (type: StaffCommand['type']): StaffAct<StaffCommand, CaseFact> => STAFF_ACTS[type];

/** The other case that a command names, by its receipt. */
export function namedBy(command: StaffCommand): string | undefined {
  if (command.type === 'join') return command.into;
  return command.type === 'decline' ? command.earlier : undefined;
}

const filesOf = (command: StaffCommand): readonly (string | { readonly key: string })[] =>
  ('files' in command && command.files) || [];

/** Keys of the uploads that a command names: of files that the case does not have yet. */
export const uploadsOf = (command: StaffCommand): readonly string[] =>
  filesOf(command).flatMap((file) => (typeof file === 'string' ? [] : [file.key]));

/** Keys of the materials of the case that a command names. */
export const materialsNamedBy = (command: StaffCommand): readonly string[] =>
  filesOf(command).filter((file) => typeof file === 'string');

export const isStaffCommand = (command: Command): command is StaffCommand => Object.hasOwn(STAFF_ACTS, command.type);

/**
 * The fact of an act that says this. What does not fit its schema throws: nothing is recorded that cannot be read
 * again.
 */
export const factOf = ({ fact }: AnyAct, said: object): CaseFact => fact.schema.parse({ ...said, type: fact.type });

/** The body of a command as it comes from outside. */
export const StaffCommandSchema: z.ZodType<StaffCommand> = z.lazy(() =>
  z.discriminatedUnion('type', [
    STAFF_ACTS.accept.command.schema,
    ...Object.values(STAFF_ACTS)
      .slice(1)
      .map(({ command }) => command.schema),
  ]),
);

/** The act that recorded a fact. */
const BY_FACT: ReadonlyMap<string, AnyAct> = new Map(Object.values(ACTS).map((one) => [one.fact.type, one]));

export const actOfFact = (type: Exclude<CaseFact['type'], 'registered'>): AnyAct => BY_FACT.get(type)!;

/** 办理动作, as people read it, by its fact. */
export const nameOfFact = (type: CaseFact['type']): string => (type === 'registered' ? register : actOfFact(type)).name;

/** The same of an event, which a newer release may have written. */
export const nameOfEvent = ({ type }: { readonly type: CaseFact['type'] | 'unrecognised' }): string =>
  type === 'unrecognised' ? '本版本不认识的记录' : nameOfFact(type);

/** The schema of a fact; undefined for a type that this release does not know. */
export const factSchemaOf = (type: string): z.ZodType<CaseFact> | undefined =>
  type === 'registered' ? register.fact.schema : BY_FACT.get(type)?.fact.schema;

/** The types of the facts that this release knows. */
export const FACT_TYPES: readonly string[] = ['registered', ...BY_FACT.keys()];

export { register };
