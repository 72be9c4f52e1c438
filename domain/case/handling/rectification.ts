import * as z from 'zod';
import { type Day, dayOf, type Instant, instantAt } from '../../calendar/day.ts';
import type { Limits } from '../../clocks/set-limit.ts';
import { lazy } from '../../lazy.ts';
import { DaySchema, InstantSchema, listOf, stored } from '../../stored.ts';

/** The clock of the next milestone, by its name in config/clocks.json. */
const STEP = 'rectification-step';

/** So many milestones a plan may have. */
export const MOST_MILESTONES = 20;

const milestone = { what: z.string(), by: DaySchema };

export const milestonesSchema = lazy(() => listOf(stored(milestone)));

/** 长期整改, since the interim result. It outlives the answer to the complainant. */
export const rectificationSchema = lazy(() =>
  stored({
    since: InstantSchema,
    plan: stored({
      /** 责任人. */
      owner: z.string(),
      end: DaySchema,
      milestones: listOf(stored({ ...milestone, doneAt: InstantSchema.optional() })),
    }).optional(),
    /** 进展报告次数. */
    reports: z.int(),
    completedAt: InstantSchema.optional(),
  }),
);

export type Rectification = Readonly<z.infer<ReturnType<typeof rectificationSchema>>>;
type Plan = NonNullable<Rectification['plan']>;

interface Rectified {
  readonly rectification?: Rectification | undefined;
}

/** The rectification that goes on; undefined for none. */
export const ongoingRectification = ({ rectification }: Rectified): Rectification | undefined =>
  rectification?.completedAt === undefined ? rectification : undefined;

/** The states in which it is worked on: neither a splitting nor an answer ends it. */
export const WHILE_RECTIFIED = ['accepted', 'assigned', 'reported', 'returned', 'filed', 'split', 'closed'] as const;

/** What stands in the way of what a rectification takes. */
export const whyNoRectification = (state: Rectified): string | undefined =>
  ongoingRectification(state) ? undefined : '没有正在进行的整改，请先报送阶段性办理情况';

/** Why those days make no plan. */
export function faultOfPlan({ end, milestones }: Pick<Plan, 'end' | 'milestones'>, now: Instant): string | undefined {
  const days = [...milestones.map(({ by }) => by), end];
  if (days.some((day) => day < dayOf(now))) return '整改节点和完成时限不能早于今天';
  return days.some((day) => day > end) ? '整改节点不能晚于完成时限' : undefined;
}

/** The limits of a case with that plan: by when its next milestone is due, and when all are done, its end. */
export function withNextStep(limits: Limits | undefined, { end, milestones }: Plan): Limits {
  const open = milestones.filter(({ doneAt }) => doneAt === undefined).map(({ by }) => by);
  const next: Day = open.toSorted()[0] ?? end;
  return { ...limits, [STEP]: { limit: { until: instantAt(next, '24:00') }, basis: '本件的整改方案' } };
}
