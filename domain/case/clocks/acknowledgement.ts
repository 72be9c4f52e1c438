import { addHours, dayOf, type Instant, timeOf } from '../../calendar/day.ts';
import type { Clock } from '../../clocks/clock.ts';
import { isOfHours, type Timer, timersOfClock } from '../../clocks/timers.ts';
import { organNamed } from '../../organs.ts';
import { type Case, runningClocks } from '../case.ts';
import type { Context } from '../context.ts';
import { organOf } from '../people/actor.ts';
import { dutyOrganOf } from './duty-organ.ts';

/** A clock of which whoever is reminded may say 已阅. */
export interface Acknowledgeable {
  readonly clock: Clock;
  /** The step that was read, and the one that is left out for it. */
  readonly after: string;
  readonly stops: string;
  readonly until: Instant;
}

/** The clock named, or the first of which 已阅 may be said now; or why there is none. */
export function acknowledgeable(state: Case, context: Context, asked?: string): Acknowledgeable | string {
  const reminded = runningClocks(state).filter(({ name, fired }) => fired.length > 0 && (asked ?? name) === name);
  const found = reminded.map((clock) => ofClock(clock, state, context));
  return found.find((one) => typeof one !== 'string') ?? found[0] ?? '还没有收到该期限的提醒';
}

/** What stands in the way of it for every clock. */
export function obstacleToAny(state: Case, context: Context): string | undefined {
  const found = acknowledgeable(state, context);
  return typeof found === 'string' ? found : undefined;
}

function ofClock(clock: Clock, state: Case, context: Context): Acknowledgeable | string {
  const after = clock.fired.at(-1)!;
  const organ = dutyOrganOf(clock, state, context);
  if (organOf(context.actor) !== organ) return `提醒由${organNamed(organ, context).name}办理，由该单位确认`;
  if (isUrgent(clock, state, context)) return '突发环境事件、督察交办件和按小时计的期限，不因已阅停止催办';
  if (clock.acknowledged?.some((one) => one.after === after)) return '这次提醒已经确认过，请办理';
  const [next] = timersOfClock(clock, context);
  if (!next || !mayBeLeftOut(next)) return '超期通知和督办不因已阅停止，请办理';
  const until = addHours(context.now, context.ladders.acknowledgedHours);
  if (next.at > until) return tooFar(next.at, context);
  return { clock, after, stops: next.step.step, until };
}

/** 已阅 spares whoever acts within the day, and promises nothing for later. */
function tooFar(at: Instant, { ladders }: Context): string {
  const [, month, day] = dayOf(at).split('-').map(Number);
  const when = `${month}月${day}日${timeOf(at)}`;
  return `下一次提醒在${when}，到时照发：已阅只免${ladders.acknowledgedHours}小时以内的提醒`;
}

const isUrgent = (clock: Clock, { classification, inspection }: Case, { policies }: Context): boolean =>
  classification.urgency === 'emergency' || inspection !== undefined || isOfHours(clock, policies);

/** That something is late is told to whoever answers for it, whatever was promised. */
const mayBeLeftOut = ({ step: { kind, level } }: Timer): boolean =>
  level === 0 && (kind === 'reminder' || kind === 'due');
