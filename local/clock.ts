import type { Instant } from '../domain/calendar/day.ts';

/** The time the whole local stack lives in: it ticks with real time, and can be moved on. */
export interface SimulatedClock {
  now(): Instant;
  milliseconds(): number;
  /**
   * Stops the clock at this moment until it is released or held elsewhere, so that what a schedule causes happens at
   * the schedule's time.
   */
  hold(milliseconds: number): void;
  release(): void;
}

export function simulatedClock(start: Instant): SimulatedClock {
  let base = Date.parse(start);
  let since = performance.now();
  let held = false;
  const milliseconds = () => (held ? base : Math.floor(base + performance.now() - since));
  return {
    now: () => new Date(milliseconds()).toISOString(),
    milliseconds,
    hold(at) {
      base = at;
      held = true;
    },
    release() {
      since = performance.now();
      held = false;
    },
  };
}

const DURATION = /^P(?!$)(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const UNITS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000];

/** Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const found = DURATION.exec(text);
  if (!found) return undefined;
  return Math.round(UNITS.reduce((sum, unit, index) => sum + unit * Number(found[index + 1] ?? 0), 0));
}
