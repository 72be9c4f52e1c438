import * as z from 'zod';
import type { SimulatedClock } from '../clock.ts';
import type { Functions } from '../functions/functions.ts';
import type { Scheduled } from '../template/scheduled.ts';

/** What the stack does by the clock, and the moving of that clock. */
export interface Schedules {
  /**
   * Runs every schedule between now and then in order, each at its own time and with all that it causes, and leaves the
   * clock there. Answers the number of runs.
   */
  advanceTo(milliseconds: number): Promise<number>;
  stop(): void;
}

/** A schedule of the template, and where it stands. */
interface Schedule extends Scheduled {
  nextAt: number;
  /** Until then a run would find nothing, provided nothing has happened since `activity`. */
  idle?: { readonly until: number; readonly activity: number } | undefined;
}

const ticksBefore = ({ nextAt, everyMs }: Schedule, until: number): number =>
  Math.max(0, Math.ceil((until - nextAt) / everyMs));

/** `settled` waits until everything that has happened has been handled, `quiet` until all that a run caused has. */
export function startSchedules(
  scheduled: readonly Scheduled[],
  functions: Functions,
  clock: SimulatedClock,
  { settled, quiet }: { readonly settled: () => Promise<void>; readonly quiet: () => Promise<void> },
): Schedules {
  const schedules = scheduled.map((one): Schedule => ({ ...one, nextAt: nextTick(clock.milliseconds(), one.everyMs) }));
  let queue: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let runs = 0;
  /** Grows with whatever is invoked but the runs of schedules themselves: a run that causes nothing wakes no other. */
  const activity = () => functions.activity() - 2 * runs;

  const run = async (schedule: Schedule) => {
    const at = schedule.nextAt;
    schedule.nextAt += schedule.everyMs;
    const answer = await functions
      .named(schedule.logicalId)
      .invoke(schedule.event(new Date(at).toISOString()))
      .catch(() => undefined);
    runs += 1;
    schedule.idle = idleUntil(answer, activity());
  };

  const isIdle = ({ idle }: Schedule): boolean => idle?.activity === activity();

  /** The first run that may find something. */
  const wakesAt = (schedule: Schedule): number =>
    isIdle(schedule)
      ? schedule.nextAt + ticksBefore(schedule, schedule.idle!.until) * schedule.everyMs
      : schedule.nextAt;

  /**
   * Ticks that are known to find nothing are counted, not run: 75 days have 108 000 minutes. Only those before any run
   * that may find something: what that causes may wake the others.
   */
  const skipIdle = (schedule: Schedule, until: number): number => {
    const ticks = isIdle(schedule) ? ticksBefore(schedule, until) : 0;
    schedule.nextAt += ticks * schedule.everyMs;
    return ticks;
  };

  const advance = async (target: number): Promise<number> => {
    let ran = 0;
    clock.hold(clock.milliseconds());
    try {
      await settled();
      for (;;) {
        const until = Math.min(target + 1, ...schedules.map(wakesAt));
        for (const schedule of schedules) ran += skipIdle(schedule, until);
        const [next] = schedules.toSorted((one, other) => wakesAt(one) - wakesAt(other));
        if (!next || next.nextAt > target || stopped) break;
        clock.hold(next.nextAt);
        await run(next);
        await quiet();
        ran += 1;
      }
      clock.hold(target);
    } finally {
      clock.release();
    }
    return ran;
  };

  /** One at a time: a schedule's own minute and a moved clock do not overtake each other. */
  const exclusively = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work);
    queue = result.catch(() => {});
    return result;
  };

  const runDue = async () => {
    for (const schedule of schedules) {
      while (schedule.nextAt <= clock.milliseconds() && !stopped) await run(schedule);
    }
  };

  const wait = () => {
    clearTimeout(timer);
    if (stopped || schedules.length === 0) return;
    const next = Math.min(...schedules.map(({ nextAt }) => nextAt));
    const tick = () => void exclusively(runDue).finally(wait);
    timer = setTimeout(tick, Math.max(0, next - clock.milliseconds()));
  };

  wait();
  return {
    advanceTo: (target) => exclusively(() => advance(target)).finally(wait),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Schedules tick at whole multiples of their period. */
function nextTick(now: number, everyMs: number): number {
  return Math.ceil((now + 1) / everyMs) * everyMs;
}

const Idle = z.object({ idleUntil: z.iso.datetime().nullable() });

function idleUntil(answer: unknown, activity: number): Schedule['idle'] {
  const { success, data } = Idle.safeParse(answer);
  if (!success) return undefined;
  return { until: data.idleUntil === null ? Number.POSITIVE_INFINITY : Date.parse(data.idleUntil), activity };
}
