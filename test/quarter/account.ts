import { addHours } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { isEmergency } from '../../domain/case/handling/incident.ts';
import { type DeliveryState, HOURS_TO_END } from '../../domain/notices/delivery/delivery-state.ts';
import type { HandOver } from '../../domain/notices/delivery/hand-over.ts';
import { importanceOf } from '../../domain/notices/importance.ts';
import type { Delivery } from '../../usecases/notices/delivery/delivery.ts';
import { inBeijing, policies } from '../support/rules.ts';
import { dueSteps } from './due-steps.ts';
import { unreported } from './key-period.ts';
import type { Handed } from './peers.ts';

/** A quarter that was lived through: what became of its cases, and what went out. */
export interface Lived {
  readonly cases: { all(): readonly Case[]; events(id: string): Promise<readonly CaseEvent[]> };
  readonly kept: { all(): readonly Pick<HandOver, 'noticeId' | 'number' | 'about'>[] };
  readonly deliveries: { readonly byNotice: ReadonlyMap<string, Pick<Delivery, 'state' | 'claimedAt' | 'waiting'>> };
  readonly peers: { readonly handed: readonly Handed[] };
  /** Who reads where. */
  readonly contacts: readonly { readonly email?: string | undefined; readonly phone?: string | undefined }[];
  readonly end: string;
}

export type Account = Awaited<ReturnType<typeof accountOf>>;

/** What became of a quarter: each list names what should not have been; `fullest` the days with most messages for one person. */
export async function accountOf(quarter: Lived) {
  return {
    missed: await missed(quarter),
    repeated: repeated(quarter),
    untold: await untold(quarter),
    unfinished: unfinished(quarter),
    atNight: atNight(quarter),
    unreported: unreported(quarter.peers.handed.map(({ at, notice: { subject } }) => ({ at, subject }))),
    fullest: fullestDays(quarter).slice(0, 5),
  };
}

/** Steps that were due and did not go out, by the days counted anew, and those that went out twice. */
async function missed({ cases, end }: Lived): Promise<readonly string[]> {
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

/** Letters that were handed over twice to one address; a message to a group does not say of which notice it is. */
const repeated = ({ peers }: Lived): readonly string[] =>
  [
    ...Map.groupBy(
      peers.handed.filter(({ transport }) => transport !== 'robot'),
      ({ notice, transport, to }) => `${notice.id} ${transport} ${to}`,
    ),
  ].flatMap(([place, some]) =>
    some.length > 1 ? [`${place}: ${some.map(({ at }) => inBeijing(at)).join(', ')}`] : [],
  );

/** Steps that went out and that no letter speaks of which was handed over, unless the duty was done while it waited. */
async function untold({ cases, kept, deliveries }: Lived): Promise<readonly string[]> {
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
const unfinished = ({ deliveries, end }: Lived): readonly string[] =>
  [...deliveries.byNotice].flatMap(([id, { state, claimedAt, waiting }]) => {
    const isOver = addHours(waiting?.until ?? claimedAt, HOURS_TO_END) <= end;
    return ENDS.includes(state) || !isOver ? [] : [`${id} ${state}`];
  });

/** Letters to staff between 18:00 and 08:00 that could have waited. */
function atNight({ peers, cases }: Lived): readonly string[] {
  const states = new Map(cases.all().map((state) => [state.id, state]));
  return peers.handed.flatMap((handed) => {
    const time = inBeijing(handed.at).slice(11);
    const isDay = '08:00' <= time && time < '18:00';
    return isDay || !canWait(handed, states) ? [] : [`${inBeijing(handed.at)} ${handed.to} ${handed.notice.subject}`];
  });
}

/** Complainants are told at any hour; emergencies, inspection items and clocks of hours wait for nothing; digests do. */
function canWait({ notice }: Handed, states: ReadonlyMap<string, Case>): boolean {
  const state = states.get(notice.caseId);
  if (!state) return true;
  if (notice.sms.use === 'complainant' || importanceOf(notice) === 'urgent') return false;
  const hasHours = state.clocks.some(
    ({ name, policy }) => policies.get(policy)?.clocks[name]?.period?.unit === 'hours',
  );
  return !isEmergency(state) && !state.inspection && !hasHours;
}

/** How many letters and text messages together one person had on one day, emergencies and inspection items aside. */
function fullestDays({ peers, cases, contacts }: Lived): readonly (readonly [string, number])[] {
  const states = new Map(cases.all().map((state) => [state.id, state]));
  const readerAt = (to: string) => contacts.find(({ phone }) => phone === to)?.email ?? to;
  const days = peers.handed
    .filter((handed) => canWait(handed, states))
    .map(({ to, at }) => `${readerAt(to)} ${inBeijing(at).slice(0, 10)}`);
  return [...Map.groupBy(days, (day) => day)]
    .map(([day, some]) => [day, some.length] as const)
    .toSorted(([, one], [, other]) => other - one);
}
