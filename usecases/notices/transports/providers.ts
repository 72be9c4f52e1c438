import type { Instant } from '../../../domain/calendar/day.ts';
import { UNSPENT } from '../../../domain/notices/delivery/attempt.ts';
import { type FailoverRule, turnsOf, type Window } from '../../../domain/notices/delivery/failover.ts';
import type { Transport } from '../../../domain/notices/notice.ts';
import type { Send, SendResult } from '../delivery/delivery.ts';
import type { Found, Inquire } from './inquiry.ts';

/** One of several that do the same: a mail host, an operator of text messages. */
export interface Provider {
  readonly name: string;
  readonly send: Send;
  /** Missing where it cannot be asked what became of a message. */
  readonly inquire?: Inquire | undefined;
}

/** What all functions together have seen of the providers. Neither ever fails: then nothing is known. */
export interface ProviderHealth {
  /** The window in which `now` lies, then those before it. */
  windows(transport: Transport, rule: FailoverRule, now: Instant): Promise<readonly Window[]>;
  note(transport: Transport, provider: string, isBad: boolean, rule: FailoverRule, now: Instant): Promise<void>;
}

export interface ProvidersDeps {
  readonly health: ProviderHealth;
  readonly rule: FailoverRule;
  /** Milliseconds, as a stop-watch has them. */
  readonly stopWatch: () => number;
}

/** After so long no further provider is asked: the function must end while it can still write down what it knows. */
const MOST_MS = 20_000;

/**
 * A transport of several providers. One that surely sent nothing hands over to the next, in the order in which they do
 * well by now (domain/notices/delivery/failover.ts); what may have gone is given to no other. A single one is asked as it is,
 * and nothing is counted.
 */
export function byProviders(transport: Transport, providers: readonly Provider[], deps: ProvidersDeps): Send {
  const [only, ...others] = providers;
  if (only && others.length === 0) return only.send;
  const byName = new Map(providers.map((provider) => [provider.name, provider]));
  return async (notice, to, sending) => {
    const { rule, health, stopWatch } = deps;
    const began = stopWatch();
    const windows = await health.windows(transport, rule, sending.now);
    const unspent: SendResult[] = [];
    for (const name of turnsOf([...byName.keys()], windows, rule, notice.id)) {
      if (unspent.length > 0 && stopWatch() - began > MOST_MS) break;
      const asked = stopWatch();
      const result = { ...(await byName.get(name)!.send(notice, to, sending)), by: name };
      await health.note(transport, name, isBad(result, stopWatch() - asked, rule), rule, sending.now);
      if (!(UNSPENT as readonly string[]).includes(result.kind)) return result;
      unspent.push(result);
    }
    return mostHopeful(unspent);
  };
}

const BAD: readonly SendResult['kind'][] = ['busy', 'barred', 'unknown'];

const isBad = ({ kind }: SendResult, tookMs: number, { targetMs }: FailoverRule): boolean =>
  BAD.includes(kind) || tookMs > targetMs;

const mostHopeful = (results: readonly SendResult[]): SendResult =>
  UNSPENT.flatMap((kind) => results.filter((result) => result.kind === kind))[0]!;

/**
 * Asks the provider that was given the message; where nobody knows which that was, all of them: one that took it
 * settles it, and only where each says that it never did, nobody has it. Undefined where none can be asked.
 */
export function askProviders(providers: readonly Provider[]): Inquire | undefined {
  if (providers.every(({ inquire }) => !inquire)) return undefined;
  return async (message) => {
    const named = providers.filter(({ name }) => name === message.by);
    const asked = named.length > 0 ? named : providers;
    const found = await Promise.all(asked.map(async ({ inquire }) => (await inquire?.(message)) ?? SILENT));
    return (
      found.find(({ kind }) => kind === 'taken') ?? (found.every(({ kind }) => kind === 'absent') ? ABSENT : SILENT)
    );
  };
}

const SILENT: Found = { kind: 'silent' };
const ABSENT: Found = { kind: 'absent' };
