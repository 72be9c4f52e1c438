import { addHours } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import { isEmergency } from '../../domain/case/incident.ts';
import { type DeliveryState, HOURS_TO_END } from '../../domain/notices/delivery-state.ts';
import { importanceOf } from '../../domain/notices/importance.ts';
import { inBeijing, policies } from '../support/rules.ts';
import { dueSteps } from './due-steps.ts';
import type { Handed } from './peers.ts';
import type { Quarter } from './quarter.ts';

export type Account = Awaited<ReturnType<typeof accountOf>>;

/** What became of a quarter: each list names what should not have been; `fullest` the days with most messages for one person. */
export async function accountOf(quarter: Quarter) {
  return {
    missed: await missed(quarter),
    repeated: repeated(quarter),
    untold: await untold(quarter),
    unfinished: unfinished(quarter),
    atNight: atNight(quarter),
    fullest: fullestDays(quarter).slice(0, 5),
  };
}

/** Steps that were due and did not go out, by the days counted anew, and those that went out twice. */
async function missed({ cases, end }: Quarter): Promise<readonly string[]> {
  const found = await Promise.all(
    cases.all().map(async (state) => {
      const chased = (await cases.events(state.id)).flatMap((event) => (event.type === 'chased' ? [event] : []));
      return dueSteps(state, end).flatMap(({ clock, step, at }) => {
        const times = chased.filter((one) => one.clock === clock && one.step === step);
        const isRight = times.length === 1 && times[0]!.scheduledAt.slice(0, 13) >= at.slice(0, 13);
        return isRight ? [] : [`${state.id} ${clock} ${step} at ${inBeijing(at)}: ${times.length}`];
      });
    }),
  );
  return found.flat();
}

/** Letters to one address that speak twice of one event; what nobody was told of by a text message may come by mail. */
function repeated({ kept }: Quarter): readonly string[] {
  const seen = new Map<string, number>();
  for (const { noticeId, number } of kept.all()) {
    const place = `${noticeId}@${number}`;
    seen.set(place, (seen.get(place) ?? 0) + 1);
  }
  return [...seen].flatMap(([place, times]) => (times > 1 ? [place] : []));
}

/** Steps that went out and that no letter speaks of which was handed over, unless the duty was done while it waited. */
async function untold({ cases, kept, deliveries }: Quarter): Promise<readonly string[]> {
  const needless = new Set(
    [...deliveries.byNotice].flatMap(([id, { state }]) => (state === 'needless' ? id.split('#', 2).join('#') : [])),
  );
  const told = new Set(kept.all().flatMap(({ about }) => about));
  const events = (await Promise.all(cases.all().map(({ id }) => cases.events(id)))).flat();
  return events.flatMap((event) => {
    const id = `${event.caseId}#${event.seq}`;
    return event.type === 'chased' && !told.has(id) && !needless.has(id) ? [`${id} ${event.clock} ${event.step}`] : [];
  });
}

const ENDS: readonly DeliveryState[] = ['delivered', 'unconfirmed', 'failed', 'expired', 'uncertain', 'needless'];

/** Notices that have come to no end within 72 hours from when they were to be sent. */
const unfinished = ({ deliveries, end }: Quarter): readonly string[] =>
  [...deliveries.byNotice].flatMap(([id, { state, claimedAt, waiting }]) => {
    const isOver = addHours(waiting?.until ?? claimedAt, HOURS_TO_END) <= end;
    return ENDS.includes(state) || !isOver ? [] : [`${id} ${state}`];
  });

/** Letters to staff between 18:00 and 08:00 that could have waited. */
function atNight({ peers, cases }: Quarter): readonly string[] {
  const states = new Map(cases.all().map((state) => [state.id, state]));
  return peers.handed.flatMap((handed) => {
    const time = inBeijing(handed.at).slice(11);
    const isDay = '08:00' <= time && time < '18:00';
    return isDay || !canWait(handed, states) ? [] : [`${inBeijing(handed.at)} ${handed.to} ${handed.notice.subject}`];
  });
}

/** Complainants are told at any hour; emergencies, inspection items and clocks of hours wait for nothing. */
function canWait({ notice }: Handed, states: ReadonlyMap<string, Case>): boolean {
  const state = states.get(notice.caseId)!;
  if (notice.sms.use === 'complainant' || importanceOf(notice) === 'urgent') return false;
  const hasHours = state.clocks.some(
    ({ name, policy }) => policies.get(policy)?.clocks[name]?.period?.unit === 'hours',
  );
  return !isEmergency(state) && !state.inspection && !hasHours;
}

/** How many letters and text messages one person had on one day, emergencies and inspection items aside. */
function fullestDays({ peers, cases }: Quarter): readonly (readonly [string, number])[] {
  const states = new Map(cases.all().map((state) => [state.id, state]));
  const days = peers.handed
    .filter((handed) => canWait(handed, states))
    .map(({ to, at }) => `${to} ${inBeijing(at).slice(0, 10)}`);
  return [...Map.groupBy(days, (day) => day)]
    .map(([day, some]) => [day, some.length] as const)
    .toSorted(([, one], [, other]) => other - one);
}
