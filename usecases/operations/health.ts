import { lastSealable } from '../../domain/audit/sealing-time.ts';
import { addHours, type Day, type Instant } from '../../domain/calendar/day.ts';
import { isDeadLetters, STREAM_READERS } from './queues.ts';

export interface QueueDepth {
  /** Without the province: as people call it. */
  readonly name: string;
  readonly waiting: number;
  readonly inFlight: number;
}

/** What only the watching service knows; undefined where it knows nothing. */
export interface Signals {
  oldestSeconds(queue: string): Promise<number | undefined>;
  /** By how much the reader of a stream is late. */
  behindSeconds(reader: string): Promise<number | undefined>;
  /** Within the last hour. */
  lastRun(name: string): Promise<Instant | undefined>;
  countedToday(counter: string): Promise<number | undefined>;
  /** The headings of docs/runbook.md whose alarms ring. */
  ringing(): Promise<readonly string[]>;
}

export interface HealthDeps {
  readonly queues: () => Promise<readonly QueueDepth[]>;
  readonly due: {
    dueBy(now: Instant, limit: number): Promise<readonly string[]>;
    earliest(): Promise<Instant | undefined>;
  };
  /** Notices that wait for a transport; `oldestAt` is when the oldest of them was written. */
  readonly waitingNotices: () => Promise<{ readonly count: number; readonly oldestAt: Instant | undefined }>;
  readonly lastSealedDay: () => Promise<Day | undefined>;
  /** Undefined where nothing watches, as on the local stack. */
  readonly signals: Signals | undefined;
}

export interface Health {
  readonly queues: readonly (QueueDepth & { readonly oldestSeconds: number | undefined })[];
  /** How many cases wait for the sweep, as far as counted, and since when. */
  readonly due: { readonly count: number; readonly since: Instant | undefined };
  readonly waitingNotices: { readonly count: number; readonly oldestAt: Instant | undefined };
  readonly lastSealedDay: Day | undefined;
  readonly watched:
    | {
        readonly behindSeconds: Readonly<Record<string, number | undefined>>;
        readonly lastSweep: Instant | undefined;
        readonly undelivered: number | undefined;
        readonly ringing: readonly string[];
      }
    | undefined;
}

export const MOST_COUNTED = 1_000;

/** How a province is now. Reads a handful of items and changes nothing. */
export async function healthOf(now: Instant, deps: HealthDeps): Promise<Health> {
  const { signals } = deps;
  const queues = await deps.queues();
  const earliest = await deps.due.earliest();
  return {
    queues: await Promise.all(
      queues.map(async (queue) => ({ ...queue, oldestSeconds: await signals?.oldestSeconds(queue.name) })),
    ),
    due: {
      count: (await deps.due.dueBy(now, MOST_COUNTED)).length,
      since: earliest !== undefined && earliest <= now ? earliest : undefined,
    },
    waitingNotices: await deps.waitingNotices(),
    lastSealedDay: await deps.lastSealedDay(),
    watched: signals && (await watchedBy(signals)),
  };
}

async function watchedBy(signals: Signals): Promise<Health['watched']> {
  const late = STREAM_READERS.map(async (reader) => [reader, await signals.behindSeconds(reader)] as const);
  return {
    behindSeconds: Object.fromEntries(await Promise.all(late)),
    lastSweep: await signals.lastRun('sweep-deadlines'),
    undelivered: await signals.countedToday('NoticeUndeliverable'),
    ringing: await signals.ringing(),
  };
}

/** Something that hurts people, by its heading in docs/runbook.md. */
export interface Hurt {
  readonly heading: string;
  /** Of what it has too many, or by how much it is late; in the unit that the heading has. */
  readonly figure?: number;
}

const MINUTE_MS = 60_000;
/** As the alarms have them (lib/monitoring/alarms.ts), so that the page and the mail agree. */
const MOST = {
  queueSeconds: 900,
  urgentSeconds: 300,
  behindSeconds: 300,
  dueMinutes: 10,
  waitingMinutes: 60,
  silentMinutes: 5,
  sealHours: 3,
};

/** What of it hurts people. An alarm that rings and tells the same is told once. */
export function hurtsIn(health: Health, now: Instant): readonly Hurt[] {
  const minutesSince = (at: Instant): number => Math.floor((Date.parse(now) - Date.parse(at)) / MINUTE_MS);
  const late = (heading: string, at: Instant | undefined, most: number): Hurt[] =>
    at !== undefined && minutesSince(at) >= most ? [{ heading, figure: minutesSince(at) }] : [];
  const { queues, due, waitingNotices, lastSealedDay, watched } = health;
  const found = [
    ...queues.flatMap(hurtIn),
    ...late('sweep-behind', due.since, MOST.dueMinutes),
    ...late('notices-waiting', waitingNotices.oldestAt, MOST.waitingMinutes),
    ...(lastSealedDay !== undefined && lastSealedDay < lastSealable(addHours(now, -MOST.sealHours))
      ? [{ heading: 'ledger-missing' }]
      : []),
    ...(watched ? hurtsWatched(watched, minutesSince) : []),
  ];
  const told = new Set(found.map(({ heading }) => heading));
  const others = watched?.ringing.filter((heading) => !told.has(heading)) ?? [];
  return [...found, ...others.map((heading) => ({ heading }))];
}

function hurtIn({ name, waiting, oldestSeconds }: Health['queues'][number]): Hurt[] {
  if (isDeadLetters(name)) return waiting > 0 ? [{ heading: name, figure: waiting }] : [];
  const most = name === 'urgent-notices' ? MOST.urgentSeconds : MOST.queueSeconds;
  return oldestSeconds !== undefined && oldestSeconds >= most
    ? [{ heading: `${name}-backlog`, figure: oldestSeconds }]
    : [];
}

function hurtsWatched(watched: NonNullable<Health['watched']>, minutesSince: (at: Instant) => number): Hurt[] {
  const { behindSeconds, lastSweep, undelivered = 0 } = watched;
  const behind = Object.entries(behindSeconds).flatMap(([reader, seconds = 0]) =>
    seconds >= MOST.behindSeconds ? [{ heading: `${reader}-behind`, figure: seconds }] : [],
  );
  const isSilent = lastSweep === undefined || minutesSince(lastSweep) > MOST.silentMinutes;
  return [
    ...behind,
    ...(isSilent ? [{ heading: 'sweep-silent' }] : []),
    ...(undelivered > 0 ? [{ heading: 'notice-undeliverable', figure: undelivered }] : []),
  ];
}
