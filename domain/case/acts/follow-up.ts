import * as z from 'zod';
import { type Accused, AccusedSchema } from '../../accused/accused.ts';
import type { Instant } from '../../calendar/day.ts';
import { type Limit, type Limits, limitsSchema, SET_LIMIT, withLimits } from '../../clocks/set-limit.ts';
import { type Channel, FOLLOW_UP_KINDS, type FollowUp as Follows } from '../../complaint.ts';
import { holders } from '../../routing/route.ts';
import { InstantSchema, listOf, stored } from '../../stored.ts';
import { act, fact } from '../act.ts';
import { isUnderReview } from '../answer/review.ts';
import { type Case, isOpen } from '../case.ts';
import { DeparturesSchema } from '../case-schema.ts';
import { type Departure, departuresOf, isAnotherMatter, type Said } from '../handling/follow-up-departures.ts';
import { hasFollowUp, remembered } from '../handling/follow-ups.ts';
import { openQuestions, withAnswer } from '../handling/questions.ts';
import { ChannelSchema } from '../listed-schema.ts';
import { handedTo, newlyAccused, withAccused } from '../rights/holders.ts';

/** More came in for the matter: `receipt` is what came, `to` the complaint it was sent after. */
interface FollowUp extends Follows {
  readonly type: 'follow-up';
  readonly receipt: string;
  readonly channel: Channel;
  readonly receivedAt?: Instant | undefined;
  /** By when whoever handed it over now wants it done. */
  readonly limit?: Limit | undefined;
  /** Nobody here can reach whoever sent this. */
  readonly outOfReach?: true | undefined;
  /** 被反映单位 by its words. */
  readonly accused?: readonly Accused[] | undefined;
  readonly said?: Said | undefined;
}

/** 后续来信: nothing happens if it is known already, or if the case is handled in another one. */
export const followUp = act({
  name: '后续来信',
  fact: fact('followed-up', () => ({
    receipt: z.string(),
    to: z.string(),
    as: z.enum(FOLLOW_UP_KINDS),
    channel: ChannelSchema,
    /** When it came in. Events of the releases before 2026-12 do not say. */
    receivedAt: InstantSchema.optional(),
    /** The case had ended: whoever sent this wants it opened again. */
    asksReopening: z.boolean(),
    /** 催单次数, this one included. */
    urges: z.int(),
    departs: DeparturesSchema.optional(),
    limits: limitsSchema().optional(),
    /** Whom it accuses who was not accused before, and who holds the case from now on. */
    accused: listOf(AccusedSchema).optional(),
    held: stored(holders).optional(),
    /** 答复询问: numbers of the events that had asked. */
    answers: listOf(z.int()).optional(),
    outOfReach: z.literal(true).optional(),
  })),

  decide(state, { receipt, to, as, channel, receivedAt, said, limit, outOfReach, accused = [] }: FollowUp, context) {
    if (hasFollowUp(state, receipt) || state.joinedTo !== undefined) return [];
    const urges = (state.urges ?? 0) + (as === 'urge' ? 1 : 0);
    const departs = said ? departuresOf(said, state) : [];
    const hasEnded = !isOpen(state) && !isUnderReview(state, to);
    const asksReopening = hasEnded && as !== 'withdraw' && !isAnotherMatter(as, departs);
    const more = {
      outOfReach,
      departs: departs.length > 0 ? departs : undefined,
      answers: as === 'supplement' ? answersOf(state, to, departs) : undefined,
      limits: limit && newer({ limit, since: receivedAt ?? context.now }, state),
      ...newlyAccused(state, accused, context),
    };
    return [{ receipt, to, as, channel, receivedAt, asksReopening, urges, ...more }];
  },

  evolve(state, { receipt, to, as, channel, at, urges, asksReopening, departs, answers, ...more }) {
    const { limits: set, accused, held, outOfReach } = more;
    const received = { receipt, to, as, channel, at, departs, outOfReach };
    const followUps = remembered([...(state.followUps ?? []), received]);
    const asked = state.reopeningAsked ?? { since: at, by: [] };
    const reopeningAsked = asksReopening ? askedBy(to, asked) : state.reopeningAsked;
    const limits = withLimits(state.limits, set);
    const moved = held ? handedTo(state, held) : state;
    const questions = answers ? withAnswer(state, { to, receipt, at }) : state.questions;
    const changed = {
      accused: withAccused(state, accused),
      followUps,
      urges: urges || undefined,
      reopeningAsked,
      limits,
    };
    return { ...moved, ...changed, questions };
  },
});

/** Messages may be registered in another order than they came in: the limit of the last that came in holds. */
function newer(asked: Limits[string] & { readonly since: Instant }, state: Case): Limits | undefined {
  const last = state.limits?.[SET_LIMIT]?.since;
  return last !== undefined && asked.since < last ? undefined : { [SET_LIMIT]: asked };
}

function answersOf(state: Case, to: string, departs: readonly Departure[]): readonly number[] | undefined {
  const open = isAnotherMatter('supplement', departs) ? [] : openQuestions(state, to);
  return open.length > 0 ? open.map(({ seq }) => seq) : undefined;
}

function askedBy(receipt: string, asked: NonNullable<Case['reopeningAsked']>) {
  return { ...asked, by: asked.by.includes(receipt) ? asked.by : [...asked.by, receipt] };
}
