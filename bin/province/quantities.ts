import type { Priced, Units } from '../../config/schemas/prices.ts';

const MINUTES_A_MONTH = 30 * 24 * 60;

/** Send, receive and delete, each message for itself. */
const REQUESTS_A_MESSAGE = 3;

/** Five pollers of Lambda for each queue ask every 20 seconds, whether or not there is work. */
const POLLS_A_MINUTE = 5 * 3;

/** Whoever may use a key asks for it once in five minutes, however many items there are. */
const KEY_REQUESTS_A_MINUTE = 1 / 5;

/** Of the dashboard, one for each channel, level and final state; each is paid for where it is counted at all. */
const FIGURES = 20;

/** How many of each there are in the stack. */
export interface Fixtures {
  readonly alarms: number;
  readonly compositeAlarms: number;
  /** Metrics of functions that an alarm watches. */
  readonly watchedMetrics: number;
  readonly dashboards: number;
  readonly keys: number;
  readonly secrets: number;
  /** Queues that a function works off. */
  readonly queues: number;
  /** Of all roles, how many keys each may use. */
  readonly keyUses: number;
  readonly schedules: number;
  /** Gigabytes of memory of most functions. */
  readonly gigabytes: number;
}

/** Units of a month, by what is paid for. Where something is not measured, the most that it can be. */
export function quantitiesOf(complaints: number, units: Units, fixtures: Fixtures): Readonly<Record<Priced, number>> {
  const { perComplaint, perIdleMinute, secondsPerRun } = units;
  const monthly = (kind: keyof Units['perComplaint']): number =>
    complaints * perComplaint[kind] + MINUTES_A_MONTH * perIdleMinute[kind];
  // One run for each request, message and record; each schedule runs every minute.
  const functionRuns = monthly('requests') + monthly('work') + fixtures.schedules * MINUTES_A_MONTH;
  return {
    requests: monthly('requests'),
    functionRuns,
    functionGigabyteSeconds: functionRuns * secondsPerRun * fixtures.gigabytes,
    tableWrites: monthly('tableWrites'),
    tableReads: monthly('tableReads'),
    queueRequests: REQUESTS_A_MESSAGE * monthly('work') + fixtures.queues * POLLS_A_MINUTE * MINUTES_A_MONTH,
    keyRequests: fixtures.keyUses * KEY_REQUESTS_A_MINUTE * MINUTES_A_MONTH,
    letters: monthly('letters'),
    textMessages: monthly('textMessages'),
    logGigabytes: monthly('logBytes') / 1e9,
    keys: fixtures.keys,
    secrets: fixtures.secrets,
    alarms: fixtures.alarms,
    compositeAlarms: fixtures.compositeAlarms,
    ownMetrics: fixtures.watchedMetrics + FIGURES,
    dashboards: fixtures.dashboards,
  };
}
