import { addDays, dayOf } from '../../domain/calendar/day.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { routingOn } from '../../domain/routing/rules.ts';
import { rehearse, type World } from '../../usecases/operations/rehearse.ts';
import { beijing, datedMatters, law } from '../support/rules.ts';
import { newWorld, rules } from '../support/world.ts';
import type { Row } from './row.ts';

const CASES = 10_000;
const FIRST = beijing('2026-06-01 10:00');
const UNTIL = beijing('2026-09-30 10:00');
/** So many lives, each begun a day later, take turns. */
const LIVES = 30;
const MOST_SECONDS = 60;

const table = routingOn(law, { province: '990000', catchAll: 'desk', rules: [] }, datedMatters);
const world = (): World => ({ rules: rules(), routingOn: () => table });

/** A complaint that was accepted late and then left, with all that its ladders caused in a quarter. */
async function lifeFrom(day: string): Promise<readonly CaseEvent[]> {
  const lived = newWorld();
  const { receipt } = await lived.complain(`${day} 10:00`);
  const later = addDays(day, 19);
  await lived.sweepUntil(`${later} 10:00`);
  await lived.order(`${later} 10:00`, 'county', receipt, { type: 'accept' });
  await lived.sweepUntil('2026-09-30 10:00');
  return await lived.cases.events(receipt);
}

/** 预演: a quarter's cases through rules that are the same; 0 differences, and how long it takes one core. */
export async function measureRehearsal(): Promise<Row[]> {
  const days = Array.from({ length: LIVES }, (_, n) => addDays(dayOf(FIRST), n));
  const lives = await Promise.all(days.map(lifeFrom));
  const worlds = { before: world(), after: world() };
  const [began, used] = [performance.now(), process.cpuUsage()];
  let differences = 0;
  for (let n = 0; n < CASES; n += 1) if (rehearse(lives[n % LIVES]!, worlds, UNTIL)) differences += 1;
  const { user, system } = process.cpuUsage(used);
  const seconds = (user + system) / 1_000_000;
  return [
    {
      what: `rehearsal of ${CASES} cases of a quarter, without a change`,
      measured: `${seconds.toFixed(1)} s of processor, ${((performance.now() - began) / 1_000).toFixed(1)} s by the clock, ${differences} differences`,
      baseline: '–',
      budget: `≤ ${MOST_SECONDS} s, 0 differences`,
      met: seconds <= MOST_SECONDS && differences === 0,
    },
  ];
}
