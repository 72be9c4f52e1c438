import type { Instant } from '../../domain/calendar/day.ts';
import { addDays, instantAt } from '../../domain/calendar/day.ts';
import { nearestWorkingDay } from '../../domain/calendar/working-days.ts';
import { type LocalStack, startLocalStack } from '../../local/stack.ts';
import { readCaseTable } from '../e2e/support/inside.ts';
import { calendar, inBeijing } from '../support/rules.ts';
import { type Rng, seeded } from './chance.ts';
import { dueSteps } from './due-steps.ts';

const FIRST = '2026-10-01';
const END = '2027-01-04T00:00:00.000Z';
/** Complaints come within the first days, so that their ladders run to the end. */
const DAYS = 30;

interface Step {
  readonly at: Instant;
  readonly do: () => Promise<void>;
}

/**
 * A small quarter through the functions that are deployed, on the services of the local runner: streams, queues, tables
 * and mail are real, the clock is simulated. Half of the cases are accepted, the others are left alone.
 */
export async function realQuarter(count: number, seed = 1) {
  const began = instantAt(FIRST, '08:00');
  const stack = await startLocalStack({
    province: 'demo',
    port: 0,
    smtpPort: 0,
    now: began,
    asleep: ['seal-day', 'reconcile-day'],
  });
  try {
    const steps = stepsOf(stack, count, seeded(seed));
    for (let step = steps.shift(); step; step = steps.shift()) {
      if (step.at > stack.now()) await stack.advanceTo(step.at);
      await step.do();
      await stack.drain();
    }
    await stack.advanceTo(END);
    const { deadLetters } = await stack.drain();
    return { count, deadLetters, outbox: [...stack.outbox()], ...(await readCaseTable(stack)) };
  } finally {
    await stack.stop();
  }
}

export type RealQuarter = Awaited<ReturnType<typeof realQuarter>>;

const MATTER = { text: '化工厂夜间排放刺鼻废气。', address: '禾阳市临禾区工业园' };

function stepsOf(stack: LocalStack, count: number, chance: Rng): Step[] {
  const one = (n: number): Step[] => {
    const day = nearestWorkingDay(addDays(FIRST, Math.floor(chance() * DAYS)), 'later', calendar);
    const accepted = nearestWorkingDay(addDays(day, 2 + Math.floor(chance() * 9)), 'later', calendar);
    let receipt = '';
    const complain = async () => {
      const body = { ...MATTER, contact: { email: `citizen-${n}@citizen.example` } };
      receipt = (await post(stack, '/v1/complaints', body, { 'idempotency-key': `quarter-complaint-${n}` })).receipt;
    };
    const accept = async () => {
      const authorization = `Bearer ${stack.credentials.staff.county}`;
      await post(stack, `/v1/cases/${receipt}/commands`, { type: 'accept' }, { authorization });
    };
    const first = { at: instantAt(day, '10:00'), do: complain };
    return chance() < 0.5 ? [first] : [first, { at: instantAt(accepted, '15:00'), do: accept }];
  };
  return Array.from({ length: count }, (_, n) => one(n))
    .flat()
    .toSorted((step, other) => step.at.localeCompare(other.at));
}

async function post(stack: LocalStack, path: string, body: object, headers: Readonly<Record<string, string>>) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  const response = await fetch(stack.url + path, init);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { receipt: string };
}

const ON_THE_WAY = ['waiting', 'sending', 'sent'];

/** What should not have been, each list by what it names. */
export function faultsOf({ cases, events, deliveries, outbox, deadLetters }: RealQuarter) {
  const chased = events.flatMap((event) => (event.type === 'chased' ? [event] : []));
  const missed = [...cases.values()].flatMap((state) =>
    dueSteps(state, END).flatMap(({ clock, step, at }) => {
      const times = chased.filter((one) => one.caseId === state.id && one.clock === clock && one.step === step);
      return times.length === 1 ? [] : [`${state.id} ${clock} ${step} at ${inBeijing(at)}: ${times.length}`];
    }),
  );
  const places = outbox.map(({ noticeId, transport, to }) => `${noticeId} ${transport} ${to}`);
  const repeated = places.filter((place, at) => places.indexOf(place) !== at);
  const unfinished = [...deliveries].flatMap(([id, state]) => (ON_THE_WAY.includes(state) ? [`${id} ${state}`] : []));
  const atNight = outbox.flatMap(({ at, to, text }) => {
    const time = inBeijing(at).slice(11);
    const isToStaff = !to.endsWith('@citizen.example');
    return isToStaff && (time < '08:00' || time >= '18:00') ? [`${inBeijing(at)} ${to} ${text.slice(0, 20)}`] : [];
  });
  return {
    missed,
    repeated,
    unfinished,
    atNight,
    setAside: Array.from({ length: deadLetters }, () => 'a dead letter'),
  };
}

const WORDS = {
  missed: 'a step that was due and did not go out, or twice',
  repeated: 'a letter handed over twice',
  unfinished: 'a notice without a named end',
  atNight: 'a letter to staff between 18:00 and 08:00',
  setAside: 'a message set aside',
} as const;

/** The same as a page of the docs. */
export function realReportOf(quarter: RealQuarter): string {
  const { count, cases, deliveries, outbox } = quarter;
  const ends = [...Map.groupBy(deliveries.values(), (state) => state)].map(([state, some]) => [state, some.length]);
  const days = Map.groupBy(outbox, ({ to, at }) => `${to} ${inBeijing(at).slice(0, 10)}`);
  const fullest = Math.max(0, ...[...days].map(([day, some]) => (day.includes('@citizen.example') ? 0 : some.length)));
  return `# A quarter through the real functions

Written by \`npm run quarter -- --real ${count} --write\`. [The other one](quarter.md) has 2 000 cases and transports in trouble, with tables in memory.

1 October 2026 to 4 January 2027, on the services of the local runner: HTTP, streams, queues, DynamoDB Local and the functions as they are bundled.
${count} complaints came, ${cases.size} cases were made of them; half were accepted, the others left alone, and ${outbox.length} messages went out.

| what must not be | found |
|---|---|
${Object.entries(faultsOf(quarter))
  .map(([what, some]) => `| ${WORDS[what as keyof typeof WORDS]} | ${some.length} |`)
  .join('\n')}

The most that one member of staff got on one day: ${fullest} messages.

| notices | end |
|---|---|
${ends.map(([state, some]) => `| ${some} | ${state} |`).join('\n')}
`;
}
