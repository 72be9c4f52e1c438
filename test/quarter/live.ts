import { memoryCaseStore } from '../../adapters/memory/case-store.ts';
import { memoryDayEntries } from '../../adapters/memory/day-entries.ts';
import { memoryDeliveries } from '../../adapters/memory/deliveries.ts';
import { memoryIncidents } from '../../adapters/memory/incidents.ts';
import { memoryLists } from '../../adapters/memory/lists.ts';
import { memoryPeople } from '../../adapters/memory/people.ts';
import { memorySuppressions } from '../../adapters/memory/suppressions.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { createHandler as deliverNotice } from '../../functions/deliver-notice/handler.ts';
import { createHandler as recordBounces } from '../../functions/record-bounces/handler.ts';
import { sentAt as timeOf } from '../../functions/shared/time.ts';
import { enterEvent } from '../../usecases/audit/enter-event.ts';
import { type Commit, commandCase } from '../../usecases/cases/command-case.ts';
import { fireTimers } from '../../usecases/cases/fire-timers.ts';
import { relayEvent } from '../../usecases/notices/relaying/relay-event.ts';
import { living } from '../../usecases/roster/living-roster.ts';
import { keeping } from '../support/kept.ts';
import { batchOf, desk } from '../support/messages.ts';
import { resting } from '../support/resting.ts';
import { beijing, contextAt, staffOf } from '../support/rules.ts';
import { KEY_PERIOD } from './key-period.ts';
import type { Peers } from './peers.ts';
import { type Away, ORGANS } from './people.ts';
import { registrationOf } from './registration.ts';
import type { Plan, Work } from './work.ts';

/** What is to happen, oldest first. */
export interface Script {
  readonly plans: readonly Plan[];
  readonly absences: readonly Away[];
  readonly begin: Instant;
  readonly end: Instant;
}

/** A province that lives through a script: its functions as they are deployed, tables in memory, time as told. */
export async function live({ plans, absences, begin, end }: Script, peers: Peers) {
  const { now: _, actor: __, ...seed } = contextAt(beijing('2026-01-01 00:00'));
  const people = memoryPeople();
  const { rules, refresh } = living<CaseRules>({ ...seed, organs: ORGANS }, people, (error) => {
    throw error;
  });
  const fresh: CaseEvent[] = [];
  const memory = memoryCaseStore();
  const cases = {
    ...memory,
    async commit(change: Commit) {
      const outcome = await memory.commit(change);
      if (outcome === 'committed') fresh.push(...change.events);
      return outcome;
    },
  };
  const entries = memoryDayEntries();
  const deliveries = memoryDeliveries();
  const incidents = memoryIncidents();
  const queue: Notice[] = [];
  const queued: Notice[] = [];
  const noticeQueue = {
    send: async (notices: readonly Notice[]) => {
      queue.push(...notices);
      queued.push(...notices);
    },
  };
  const { setAside, letters } = desk();
  const keep = keeping();
  const deliver = deliverNotice({
    timeOf,
    ...{ cases, incidents, noticeQueue, deliveries, rules, setAside, ...keep },
    ...{ transports: resting(peers.transports), complainantOf: async () => peers.complainant },
    ...{ hours: peers.hours, inquiries: peers.inquiries },
    summaries: {
      ...{ lists: memoryLists(memory.listings), missed: deliveries, hours: peers.hours },
      ...{ entries, occasions: [KEY_PERIOD] },
    },
  });
  const hear = recordBounces({
    ...{ cases, incidents, noticeQueue, deliveries, rules, setAside, kept: keep.kept },
    ...{ suppressions: memorySuppressions(), staff: () => new Set<string>() },
  });
  const refused: string[] = [];

  /** What mail hosts said by then. */
  async function heed(now: Instant): Promise<void> {
    const said = peers.receipts.saidBy(now);
    // One after the other, as two of one letter are never heeded at once: the second comes again.
    for (const one of said) await hear(batchOf([one], { sentAt: Date.parse(now) }));
  }

  async function settle(now: Instant): Promise<void> {
    for (let event = fresh.shift(); event; event = fresh.shift()) {
      const registerLater = async () => undefined;
      await enterEvent(event, entries);
      await relayEvent(event, { cases, incidents, noticeQueue, rules, registerLater });
    }
    if (queue.length > 0) await deliver(batchOf(queue.splice(0), { sentAt: Date.parse(now) }));
  }

  const register = (plan: Plan) =>
    commandCase(plan.caseId, { type: 'register', registration: registrationOf(plan) }, at(plan.at), cases);
  const at = (now: Instant) => ({ ...rules, now, actor: { kind: 'system' } as const });

  async function work({ at: now, caseId, who, command }: Work): Promise<void> {
    const outcome = await commandCase(caseId, command, { ...rules, now, actor: staffOf(who) }, cases);
    if (outcome.kind === 'refused') refused.push(`${command.type}: ${outcome.detail}`);
  }

  async function sweep(now: Instant): Promise<void> {
    const onFailure = (_id: string, error: unknown) => {
      throw error;
    };
    await fireTimers(now, { cases, due: cases.due, context: rules, onFailure });
  }

  const agenda = [
    ...plans.map((plan) => ({ at: plan.at, do: () => register(plan) })),
    ...plans.flatMap(({ work: some }) => some.map((one) => ({ at: one.at, do: () => work(one) }))),
    ...absences.map((one) => ({ at: one.at, do: () => people.change(changeOf(one)) })),
  ].toSorted((one, other) => one.at.localeCompare(other.at));

  // The schedule runs from the first day on, also before anything has come.
  let nextRun: Instant | null = begin;
  let position = 0;
  for (;;) {
    const timer = await cases.due.earliest();
    const now = [agenda[position]?.at, timer, nextRun ?? undefined].filter((one) => one !== undefined).toSorted()[0];
    if (now === undefined || now > end) break;
    await refresh(Date.parse(now));
    for (; position < agenda.length && agenda[position]!.at <= now; position += 1) await agenda[position]!.do();
    if (timer !== undefined && timer <= now) await sweep(now);
    await heed(now);
    await settle(now);
    nextRun = await runAt(now);
  }

  await heed(end);
  await settle(end);
  await deliver({ time: end });
  await settle(end);

  /** The schedule of the notices, a minute later at the earliest. */
  async function runAt(now: Instant): Promise<Instant | null> {
    if (nextRun !== null && nextRun > now && queued.length === 0) return nextRun;
    const { idleUntil } = (await deliver({ time: now })) as { idleUntil: Instant | null };
    await settle(now);
    const soonest = new Date(Math.floor(Date.parse(now) / 60_000) * 60_000 + 60_000).toISOString();
    return idleUntil !== null && idleUntil < soonest ? soonest : idleUntil;
  }

  const contacts = [...ORGANS.values()].flatMap((organ) => organ.contacts);
  return { contacts, cases: memory, deliveries, kept: keep.kept, queued, letters, refused };
}

const versions = new Map<string, number>();
function changeOf({ at, organ, contacts }: Away) {
  const version = (versions.get(organ) ?? 0) + 1;
  versions.set(organ, version);
  return {
    organ,
    version,
    at,
    before: ORGANS.get(organ)!.contacts,
    after: contacts,
    reason: '离岗',
    by: staffOf(organ),
  };
}
