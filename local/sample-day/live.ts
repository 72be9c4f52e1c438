import type { Instant } from '../../domain/calendar/day.ts';
import type { LocalStack } from '../local-stack.ts';
import { caseFiles } from './case-files.ts';
import { COMPLAINTS } from './complaints.ts';
import type { Arrival, Deed, Journal, Later, Repeat } from './journal.ts';
import { LATER } from './later-messages.ts';
import { organOf, perform } from './perform.ts';
import { type AnySample, instantOf, type LaterSample } from './sample.ts';
import { send, sendLater } from './send.ts';
import type { Act } from './story/act.ts';
import { STORY } from './story.ts';

/** Midnight in Beijing at which the sample day begins: Thursday, 10 September 2026. */
export const SAMPLE_DAY_BEGINS: Instant = instantOf('2026-09-10T00:00');

/** Where the clock is left, 75 days on. */
export const SAMPLE_DAY_ENDS: Instant = instantOf('2026-11-24T00:00');

/** Is told of each complaint as it comes in. */
export interface Watcher {
  arrived(arrival: Arrival): void;
  repeated(repeat: Repeat): void;
}

/**
 * Lives through the sample day and the weeks after it, each step at its minute. `mailTo` is the province's address for
 * complaints.
 */
export async function live(mailTo: string, stack: LocalStack, watcher: Watcher): Promise<Journal> {
  const files = caseFiles(stack);
  const [repeats, later, deeds]: [Repeat[], Later[], Deed[]] = [[], [], []];
  const arrivals = new Map<string, Arrival>();

  const arrive = async (sample: AnySample) => {
    const before = stack.outbox().length;
    const receipt = await send(sample, mailTo, stack);
    const registration = await files.registration(receipt);
    const arrival = { sample, receipt, registration, notices: stack.outbox().slice(before) };
    arrivals.set(sample.name, arrival);
    watcher.arrived(arrival);
  };
  const repeat = async (sample: AnySample, time: number) => {
    const { receipt } = arrivals.get(sample.name)!;
    const [at, before] = [stack.now(), await stack.state()];
    const answered = await send(sample, mailTo, stack);
    const { cases, notices } = await stack.state();
    if ((answered || receipt) !== receipt || cases !== before.cases || notices !== before.notices)
      throw new Error(`the sample ${sample.name}, sent again, was not recognised`);
    repeats.push({ sample, receipt, at, time });
    watcher.repeated(repeats.at(-1)!);
  };
  const follow = async (sample: LaterSample) => {
    const { receipt } = arrivals.get(sample.follows)!;
    const at = stack.now();
    await sendLater(sample, receipt, stack);
    later.push({ sample, receipt, at, as: (await files.latestFollowUp(receipt)).as });
  };
  const act = async (deed: Act) => {
    const { receipt } = arrivals.get(deed.about)!;
    const [at, by] = [stack.now(), organOf(stack.credentials.staff[deed.by]!)];
    deeds.push({ act: deed, receipt, at, by, refused: await perform(deed, receipt, stack) });
  };

  try {
    for (const { at, take } of stepsOf({ arrive, repeat, follow, act })) {
      if (at > stack.now()) await stack.advanceTo(at);
      await take();
    }
    const statuses = await Promise.all([...arrivals.values()].map(({ receipt }) => files.status(receipt)));
    return { arrivals: [...arrivals.values()], repeats, later, deeds, statuses };
  } finally {
    files.close();
  }
}

interface Step {
  readonly at: Instant;
  readonly take: () => Promise<void>;
}

interface Happenings {
  readonly arrive: (sample: AnySample) => Promise<void>;
  readonly repeat: (sample: AnySample, time: number) => Promise<void>;
  readonly follow: (sample: LaterSample) => Promise<void>;
  readonly act: (deed: Act) => Promise<void>;
}

/** Everything that happens, in order of time, up to the end of the sample. */
function stepsOf({ arrive, repeat, follow, act }: Happenings): Step[] {
  return [
    ...COMPLAINTS.map((sample) => ({ at: instantOf(sample.at), take: () => arrive(sample) })),
    ...COMPLAINTS.flatMap((sample) =>
      (sample.again ?? []).map((at, index) => ({ at: instantOf(at), take: () => repeat(sample, index + 2) })),
    ),
    ...LATER.map((sample) => ({ at: instantOf(sample.at), take: () => follow(sample) })),
    ...STORY.map((deed) => ({ at: instantOf(deed.at), take: () => act(deed) })),
    { at: SAMPLE_DAY_ENDS, take: async () => {} },
  ].toSorted((one, other) => one.at.localeCompare(other.at));
}
