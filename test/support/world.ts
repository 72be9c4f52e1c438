import { memoryCaseStore } from '../../adapters/memory/case-store.ts';
import { memoryDayEntries } from '../../adapters/memory/day-entries.ts';
import { memoryDeliveries } from '../../adapters/memory/deliveries.ts';
import { memoryEvidence } from '../../adapters/memory/evidence.ts';
import { memoryIncidents } from '../../adapters/memory/incidents.ts';
import { memoryRepeats } from '../../adapters/memory/repeats.ts';
import { memoryVault } from '../../adapters/memory/vault.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Registration } from '../../domain/case/acts/register.ts';
import { type CommandOf, namedBy, type StaffCommand } from '../../domain/case/acts.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { AnonymousComplaint, Submission } from '../../domain/complaint.ts';
import type { Notice, Transport } from '../../domain/notices/notice.ts';
import type { Campaign } from '../../domain/partners/campaign.ts';
import type { Senders } from '../../domain/partners/partner.ts';
import { newQueryCode, sha256 } from '../../functions/shared/digest.ts';
import { enterEvent } from '../../usecases/audit/enter-event.ts';
import { commandCase } from '../../usecases/cases/command-case.ts';
import { fireTimers, type Sweep } from '../../usecases/cases/fire-timers.ts';
import { acceptComplaint, type Receipt } from '../../usecases/intake/accept-complaint.ts';
import { complainantOf } from '../../usecases/notices/delivery/complainant-of.ts';
import { relayEvent } from '../../usecases/notices/relaying/relay-event.ts';
import { sendNotice } from '../../usecases/notices/sending/send-notice.ts';
import type { OpenCaseDeps } from '../../usecases/registration/open-case.ts';
import { registerComplaint } from '../../usecases/registration/register-complaint.ts';
import { key, rules as repeatRules } from '../domain/repeats/shipped-rules.ts';
import { registration } from './cases.ts';
import { keeping } from './kept.ts';
import { beijing, contextAt, inBeijing, signerBeside, staffOf } from './rules.ts';

/** What somebody found in their mailbox or on their telephone. */
export interface Arrival {
  readonly at: string;
  readonly transport: Transport;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export const complaintOf = (changes: Partial<Submission> = {}): Submission => ({
  channel: 'web',
  sourceId: 'form-1',
  text: '工地每晚浇筑混凝土到凌晨，睡不着。',
  anonymous: false,
  attachments: [],
  flags: [],
  original: { mediaType: 'application/json', base64: 'e30=' },
  contact: { name: '钱测试', phone: '13911112222', email: 'qian@citizen.example' },
  ...changes,
});

/** The rules of a case at work, without a moment and without anybody acting. */
export const rules = () => {
  const { now, actor, ...rest } = contextAt(beijing('2026-01-01 00:00'));
  return rest;
};

/** What a complaint becomes when it is about a building site in the county. */
export const analyse = (_?: AnonymousComplaint): Omit<Registration, 'complaint'> => {
  const { complaint, ...rest } = registration(beijing('2026-01-01 00:00'));
  return rest;
};

/** Nothing filed yet, and the shipped rules of repeats. */
export const repeats = () => ({
  ...memoryRepeats(),
  rules: repeatRules,
  hashKey: async () => key,
  provinceLetters: 'QH',
});

/**
 * The whole way of a complaint with everything in memory. Times are Beijing times, "2026-09-30 09:00". Notices arrive
 * at once, unless `post` takes them; what a complaint is about says `judge`.
 */
export function newWorld(
  post?: (notices: readonly Notice[]) => Promise<void>,
  judge: OpenCaseDeps['analyse'] = analyse,
  { campaigns, senders }: { campaigns?: readonly Campaign[]; senders?: Senders } = {},
) {
  const vault = memoryVault();
  const cases = memoryCaseStore();
  const entries = memoryDayEntries();
  const evidence = memoryEvidence();
  const deliveries = memoryDeliveries();
  const keep = keeping();
  const incidents = memoryIncidents();
  const filed = repeats();
  const outbox: Arrival[] = [];
  const relayed = new Set<string>();

  const put = (transport: Transport) => async (notice: Notice, to: string) => {
    outbox.push({ at: inBeijing(notice.at), transport, to, subject: notice.subject, text: notice.text });
    return { kind: 'sent' as const, reference: notice.id };
  };
  const transports = { email: put('email'), sms: put('sms'), callback: put('callback') };

  async function deliver(notices: readonly Notice[]): Promise<void> {
    for (const notice of notices) {
      await sendNotice(
        notice,
        { id: `message of ${notice.id}`, now: notice.at },
        { ...keep, deliveries, complainantOf: complainantOf(vault.readContact), transports },
      );
    }
  }

  async function registerOnly(receipt: string, now: Instant): Promise<void> {
    const deps = { complaints: vault, analyse: judge, cases, context: rules(), repeats: filed, campaigns };
    await registerComplaint(receipt, now, { ...deps, fetchLater: async () => {} });
  }

  /** What the stream does: every event is relayed at least once. */
  async function relay(events: readonly CaseEvent[]): Promise<void> {
    for (const event of events) {
      relayed.add(`${event.caseId}#${event.seq}`);
      const registerLater = (receipt: string) => registerOnly(receipt, event.at);
      const noticeQueue = { send: post ?? deliver };
      const deps = { cases, incidents, noticeQueue, registerLater };
      await enterEvent(event, entries);
      await relayEvent(event, { ...deps, rules: { ...rules(), senders } });
    }
  }

  async function relayNew(): Promise<void> {
    const events = (await Promise.all(cases.all().map(({ id }) => cases.events(id)))).flat();
    const fresh = events.filter(({ caseId, seq }) => !relayed.has(`${caseId}#${seq}`));
    await relay(fresh);
    // Whatever was set apart has events of its own now.
    if (fresh.length > 0) await relayNew();
  }

  const sweepAt = async (now: Instant): Promise<Sweep> => {
    const failures: unknown[] = [];
    const onFailure = (_: string, error: unknown) => failures.push(error);
    const sweep = await fireTimers(now, { cases, due: cases.due, context: rules(), onFailure });
    if (failures.length > 0) throw failures[0];
    await relayNew();
    return sweep;
  };

  /** Takes a complaint in; the queue has not come by yet. */
  async function acceptOnly(at: string, changes: Partial<Submission> = {}): Promise<Receipt> {
    const received = await acceptComplaint(complaintOf(changes), beijing(at), {
      vault,
      provinceLetters: 'QH',
      newQueryCode,
      sha256,
      answerBy: () => beijing('2026-12-31 00:00'),
    });
    if (received.kind !== 'accepted') throw new Error('the sender used this id before, for something else');
    return received.receipt;
  }

  async function register(receipt: string, at: string): Promise<void> {
    await registerOnly(receipt, beijing(at));
    await relayNew();
  }

  /** What a member of staff of that organ does. */
  async function order(at: string, organ: string, receipt: string, command: StaffCommand) {
    const id = namedBy(command);
    const namedCase = id === undefined ? undefined : await cases.load(id);
    const context = { ...contextAt(beijing(at), staffOf(organ)), namedCase };
    const outcome = await commandCase(receipt, command, context, cases);
    await relayNew();
    return outcome;
  }

  return {
    vault,
    repeats: filed,
    cases,
    entries,
    evidence,
    deliveries,
    keep,
    /** What staff see of what people were told. */
    told: { noticesOf: deliveries.noticesOf, handOversOf: keep.kept.ofCase },
    incidents,
    outbox,
    deliver,

    acceptOnly,
    register,

    /** Takes a complaint in and registers it a moment later; gives its receipt. */
    async complain(at: string, changes: Partial<Submission> = {}) {
      const received = await acceptOnly(at, changes);
      await register(received.receipt, at);
      return received;
    },

    /** What the queue may do at any time: the message of a complaint once more, or late. */
    registerAgain: (receipt: string) => register(receipt, '2026-12-01 00:00'),

    order,

    /** Somebody of that organ proposes an answer, and another signs it; what became of the first that was refused. */
    async close(at: string, organ: string, receipt: string, said: Omit<CommandOf<'propose-closing'>, 'type'>) {
      const proposed = await order(at, organ, receipt, { type: 'propose-closing', ...said });
      return proposed.kind === 'done' ? await order(at, signerBeside(organ), receipt, { type: 'close' }) : proposed;
    },

    /** One sweep at that moment, as after an outage. */
    sweepOnce: (at: string) => sweepAt(beijing(at)),

    /** Every sweep up to that moment that has anything to do. */
    async sweepUntil(at: string) {
      const end = beijing(at);
      for (
        let next = await cases.due.earliest();
        next !== undefined && next <= end;
        next = await cases.due.earliest()
      ) {
        await sweepAt(next);
      }
    },

    relayNew,

    /** What the stream may do at any time: every event of the case once more. */
    relayAgain: async (receipt: string) => relay(await cases.events(receipt)),

    /** Letters to staff and citizens, one a line: when, how, to whom, its first word. */
    arrivals: () => outbox.map(({ at, transport, to, subject }) => `${at} ${transport} ${to} ${subject.slice(0, 4)}`),
  };
}
