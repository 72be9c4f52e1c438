import * as z from 'zod';
import type { Instant } from '../calendar/day.ts';
import type { ClockStart } from '../clocks/clock.ts';
import { lazy } from '../lazy.ts';
import { stored } from '../stored.ts';
import type { Case } from './case.ts';
import type { Context } from './context.ts';
import type { Actor } from './people/actor.ts';
import type { Giver } from './rights/authority.ts';
import type { Power } from './rights/rights.ts';
import type { CaseStatus } from './status.ts';
import type { Told } from './told-complainants.ts';

/** A fact as it was recorded. */
export type Recorded<Fact> = Fact & {
  readonly caseId: string;
  /** 1 for the first event of the case; the case's version after it. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  /** The clocks that it set running. */
  readonly started: readonly ClockStart[];
  /** Events of the releases before 2026-12 have none. */
  readonly told?: Told | undefined;
  /** Hash of the event before, and of this one (domain/audit/chain.ts): given where it is stored. */
  readonly prev?: string | undefined;
  readonly hash?: string | undefined;
};

/**
 * Why a command changes nothing: `no-such-case` is said to whoever must not know of it, `not-yours` and `not-your-role`
 * name no state, `not-allowed` says in Chinese what stands in the way.
 */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: 'no-such-case' | 'not-yours' | 'not-your-role' | 'not-allowed';
  readonly detail: string;
}

export const notAllowed = (detail: string): Refused => ({ kind: 'refused', reason: 'not-allowed', detail });

interface Typed {
  readonly type: string;
}

/**
 * A schema that is built when it is first asked for, beside its type, which is known before: a function starts with all
 * acts, and meets a few.
 */
interface Named<Schema extends z.ZodType> extends Typed {
  readonly schema: Schema;
}

/** One whose fields a reader can ask for. */
type CommandSchema<Command> = z.ZodType<Command> &
  z.core.$ZodTypeDiscriminable & { readonly shape: Readonly<Record<string, z.ZodType>> };

/** One thing that can happen to a case. It owns its command and its fact, and never imports those of other acts. */
export interface Act<Command extends Typed, Fact extends Typed> {
  /** 办理动作, as people read it. */
  readonly name: string;
  /** The fact that it records: type and schema in one. */
  readonly fact: Named<z.ZodType<Fact>>;
  /** What its facts say, which follow from the command. None: there is nothing to do, or it was done before. */
  decide(state: Case, command: Command, context: Context): readonly Omit<Fact, 'type'>[] | Refused;
  /** The case after its fact, clocks that start and stop aside: config/clocks.json names those. */
  evolve(state: Case, event: Recorded<Fact>): Case;
}

/** An act that a member of staff asks for. */
export interface StaffAct<Command extends Typed, Fact extends Typed> extends Act<Command, Fact> {
  /** What may be asked, as it comes from outside: type and schema in one. */
  readonly command: Named<CommandSchema<Command>>;
  /** The states in which it makes sense. */
  readonly from: readonly CaseStatus[];
  by(state: Case): Giver;
  /**
   * What right it takes (`POWERS` in rights.ts): `triage` for what the complaint is and that it is taken up, `handle` for
   * the work of the lead, `approve` for what one person should not decide alone, `review` and `supervise` for the level
   * above, `contribute` for what whoever takes part may add, `reach` for what needs the person. Who has it is said there,
   * by role, and in docs/rights.md.
   */
  readonly power: Power | ((state: Case) => Power);
  /** Fields that this case asks for beyond those that the command always must have. */
  needs?(state: Case, context: Context): readonly string[];
  /** What stands in the way of it now, whatever the command says; undefined for nothing. */
  obstacle?(state: Case, context: Context): string | undefined;
}

/** The right that an act takes on a case as it is. */
export const powerOf = ({ power }: { readonly power: Power | ((state: Case) => Power) }, state: Case): Power =>
  typeof power === 'function' ? power(state) : power;

/** Checks the parts of an act against each other. */
export const act = <Command extends Typed, Fact extends Typed>(parts: Act<Command, Fact>): Act<Command, Fact> => parts;

/** The same for an act of staff. */
export const staffAct = <Command extends Typed, Fact extends Typed>(
  parts: StaffAct<Command, Fact>,
): StaffAct<Command, Fact> => parts;

/** The schema of a fact. Its type is written with it, and never changes: stored events bear it. */
export const fact = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: () => Shape) =>
  named(type, () => stored({ type: z.literal(type), ...shape() }));

type Asked<Type extends string, Shape> = z.ZodObject<{ type: z.ZodLiteral<Type> } & Shape, z.core.$strip>;

/** The schema of what staff may ask; `held` adds what holds of its fields together. */
export const command = <Type extends string, Shape extends z.core.$ZodLooseShape>(
  type: Type,
  shape: () => Shape,
  held = (schema: Asked<Type, Shape>) => schema,
) => named(type, () => held(z.object({ type: z.literal(type), ...shape() })));

function named<Schema extends z.ZodType>(type: string, build: () => Schema): Named<Schema> {
  const schema = lazy(build);
  return {
    type,
    get schema() {
      return schema();
    },
  };
}
