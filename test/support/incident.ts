import { readAnalysisRules } from '../../adapters/config/read-analysis-rules.ts';
import { readCaseRules } from '../../adapters/config/read-config.ts';
import { memoryCaseStore } from '../../adapters/memory/case-store.ts';
import { memoryDeliveries } from '../../adapters/memory/deliveries.ts';
import { memoryIncidents } from '../../adapters/memory/incidents.ts';
import { memoryVault } from '../../adapters/memory/vault.ts';
import { analyse } from '../../domain/analysis.ts';
import type { Complaint } from '../../domain/complaint.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { createHandler } from '../../functions/deliver-notice/handler.ts';
import { sentAt as timeOf } from '../../functions/shared/time.ts';
import type { SendResult } from '../../usecases/notices/delivery/delivery.ts';
import type { Incidents } from '../../usecases/notices/digests/incidents.ts';
import { relayEvent } from '../../usecases/notices/relaying/relay-event.ts';
import { registerComplaint } from '../../usecases/registration/register-complaint.ts';
import { demoConfig } from './demo-config.ts';
import { keeping } from './kept.ts';
import { batchOf, desk } from './messages.ts';
import { beijing, inBeijing, noticeHours } from './rules.ts';
import { complaintOf, repeats } from './world.ts';

const folder = demoConfig();
const rules = readAnalysisRules(folder)('2026-11-20');
const context = readCaseRules(folder);

/** A letter as it arrived: who has it, by what, and the instant of the run or message that sent it. */
export interface Arrived {
  readonly at: string;
  readonly to: string;
  readonly notice: Notice;
}

/** The demonstration province by its own rules, from a complaint to the letters that it causes. */
export function dutyDesks({ incidents = memoryIncidents() }: { readonly incidents?: Incidents } = {}) {
  const cases = memoryCaseStore();
  const deliveries = memoryDeliveries();
  const vault = memoryVault();
  const filed = repeats();
  const arrived: Arrived[] = [];
  const answers: { result: SendResult | undefined } = { result: undefined };
  const { letters, setAside } = desk();
  const send = async (notice: Notice, to: string, { now }: { readonly now: string }): Promise<SendResult> => {
    if (answers.result) return answers.result;
    arrived.push({ at: inBeijing(now), to, notice });
    return { kind: 'sent', reference: notice.id };
  };
  const clock = { now: 0 };
  const noticeQueue = {
    send: async (notices: readonly Notice[]) => void (await handler(batchOf(notices, { sentAt: clock.now }))),
  };
  const handler = createHandler({
    timeOf,
    ...{ cases, rules: context, deliveries, incidents, noticeQueue, setAside },
    ...{ ...keeping(), hours: noticeHours },
    complainantOf: vault.readContact,
    transports: { email: send, sms: send },
  });

  /** Registers a complaint at that Beijing time; its events are not relayed yet. */
  async function register(at: string, receipt: string, text: string, changes: Partial<Complaint> = {}) {
    const receivedAt = beijing(at);
    const kept = { queryCode: 'ABCD1234', answerBy: receivedAt, fingerprint: 'f' };
    await vault.putIfAbsent({ ...complaintOf(), receipt, receivedAt, ...kept, text, ...changes });
    const sorted = (complaint: Parameters<typeof analyse>[0]) => analyse(complaint, rules);
    const deps = { complaints: vault, cases, context, repeats: filed, fetchLater: async () => {} };
    await registerComplaint(receipt, receivedAt, { ...deps, analyse: sorted });
  }

  /** What the stream does with the events of a case, once more or for the first time. */
  async function relay(receipt: string) {
    for (const event of await cases.events(receipt)) {
      clock.now = Date.parse(event.at);
      const registerLater = async () => {};
      await relayEvent(event, { cases, incidents, noticeQueue, rules: context, registerLater });
    }
  }

  const told = (first: string, role: string) =>
    arrived.filter(({ notice, to }) => notice.subject.startsWith(`【${first}】`) && to.startsWith(`${role}@`));

  return {
    rules: context,
    ...{ cases, deliveries, incidents, arrived, answers, setAside: letters, register, relay, told },

    async complain(at: string, receipt: string, text: string, changes: Partial<Complaint> = {}) {
      await register(at, receipt, text, changes);
      await relay(receipt);
    },

    /** One run of the schedule at that Beijing time. */
    async run(at: string) {
      clock.now = Date.parse(beijing(at));
      return handler({ time: beijing(at) });
    },
  };
}

/** "QH-0007-…" in their order. */
export const receiptOf = (n: number): string => `QH-0000-0000-${String(n).padStart(5, '0')}`;
