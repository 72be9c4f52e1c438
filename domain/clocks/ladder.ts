import * as z from 'zod';
import { CONTACT_ROLES } from '../organs.ts';
import { listOf } from '../stored.ts';
import { timesIn } from './clock.ts';
import { ClockTimeSchema } from './clock-rule.ts';

export const LADDER_KINDS = ['reminder', 'due', 'overdue', 'escalation'] as const;

/** As people read them. */
export const LADDER_WORDS = {
  reminder: '提醒',
  due: '催办',
  overdue: '超期',
  escalation: '督办',
} as const satisfies Readonly<Record<(typeof LADDER_KINDS)[number], string>>;

export const levelSchema = () => z.union([z.literal(0), z.literal(1), z.literal(2)]);

const stepTimeSchema = () =>
  z.union([
    z.strictObject({ days: z.int(), at: ClockTimeSchema, move: z.enum(['earlier', 'later', 'none']) }),
    z.strictObject({ hours: z.number() }),
  ]);

/**
 * When a step happens: on a day before (−) or after (+) the last day, moved off days nobody works; or hours from the
 * due instant.
 */
export type StepTime = Readonly<z.infer<ReturnType<typeof stepTimeSchema>>>;

/** By whom at an organ a step is heard of, and by what. */
export const tellSchema = () =>
  z.partialRecord(
    z.enum(CONTACT_ROLES),
    z
      .array(z.enum(['email', 'sms']))
      .min(1)
      .readonly(),
  );
export type Tell = Readonly<z.infer<ReturnType<typeof tellSchema>>>;

const someone = () => tellSchema().refine((tell) => Object.keys(tell).length > 0, { error: 'must name somebody' });

/** A rung is sent again, so many days apart (whole weeks are counted to Mondays), until the duty is done; whom that tells. */
const repeatSchema = () => z.strictObject({ everyDays: z.int().positive(), tell: someone() });

const ladderStepSchema = () =>
  z.strictObject({
    /** Unique within the ladder, and stable: a step that went out is known by it. */
    step: z.string().min(1),
    kind: z.enum(LADDER_KINDS),
    /** How far above the lead organ the notice goes: 0 the organ itself. */
    level: levelSchema(),
    when: stepTimeSchema(),
    tell: someone(),
    repeat: repeatSchema().optional(),
  });

/** One rung of a ladder. */
export type LadderStep = Readonly<z.infer<ReturnType<typeof ladderStepSchema>>>;

/** A rung that is climbed again, so many days after the rung itself went out. */
export type Repetition = LadderStep & { readonly daysAfter: number };

/**
 * The next repetition of a rung: after "escalate-2" comes "escalate-2+1", then "escalate-2+2", and so on, each once the
 * one before it has gone out.
 */
export function repetitionAfter(rung: LadderStep, fired: readonly string[]): Repetition | undefined {
  const { repeat, step } = rung;
  if (!repeat || !fired.includes(step)) return undefined;
  const times = 1 + fired.filter((one) => one.startsWith(`${step}+`)).length;
  return { ...rung, step: `${step}+${times}`, tell: repeat.tell, daysAfter: times * repeat.everyDays };
}

/** Whether a step that went out is a repetition. */
export const isRepetition = (step: string): boolean => /\+\d+$/.test(step);

/** Built by whoever checks the file: what travels in a bundle was checked. */
export const ladderSchema = () =>
  listOf(ladderStepSchema()).refine((ladder) => new Set(ladder.map(({ step }) => step)).size === ladder.length, {
    error: 'a step is named twice',
  });

export const repeatedSchema = () => z.array(z.strictObject({ times: z.int().min(2), ladder: z.string() })).readonly();
type Repeated = Readonly<z.infer<ReturnType<typeof repeatedSchema>>[number]>;

/** 催办阶梯: what each clock causes before and after its deadline. */
export interface Ladders {
  readonly clocks: Readonly<Record<string, readonly LadderStep[]>>;
  /** What a marked case is chased by besides, in its periods of days. */
  readonly stricter?: Readonly<Record<string, readonly LadderStep[]>> | undefined;
  /** 重复反映: by which of them a matter is chased from the so-manieth time that it is complained of, in order. */
  readonly repeated?: readonly Repeated[] | undefined;
  /** 已阅: whoever has read a step sees to it within so many hours. */
  readonly acknowledgedHours: number;
  /** For clocks that have none of their own, by the unit of their period. */
  readonly others: { readonly days: readonly LadderStep[]; readonly hours: readonly LadderStep[] };
}

/** The stricter ladder of that name, or the one for so many times; undefined where there is none. */
export function furtherLadder(
  name: string,
  { stricter = {}, repeated = [] }: Ladders,
): readonly LadderStep[] | undefined {
  const count = timesIn(name);
  const chosen = count === undefined ? name : repeated.findLast(({ times }) => times <= count)?.ladder;
  return chosen === undefined ? undefined : stricter[chosen];
}
