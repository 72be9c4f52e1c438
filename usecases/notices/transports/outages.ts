import type { Instant } from '../../../domain/calendar/day.ts';
import { type Outage, type OutageRule, probeAt } from '../../../domain/notices/delivery/outage.ts';
import type { Transport } from '../../../domain/notices/notice.ts';
import type { Send, SendResult } from '../delivery/delivery.ts';

/** What all functions together know of transports that take nothing. None of these ever fails: then nothing is known. */
export interface Outages {
  /** Undefined where it took what it was given last. */
  of(transport: Transport, now: Instant): Promise<Outage | undefined>;
  /** Whether nobody else has tried since: then this one is to try. */
  claimProbe(transport: Transport, known: Outage, now: Instant): Promise<boolean>;
  /** It took nothing once more; `counter`: whether that was after a rest. */
  failed(transport: Transport, failure: Failure, counter: 'failures' | 'probes'): Promise<void>;
  /** It took something. */
  over(transport: Transport): Promise<void>;
}

export type Failure = Omit<Outage, 'failures' | 'probes'>;

export interface OutagesDeps {
  readonly outages: Outages;
  readonly rule: OutageRule;
}

/**
 * The same transport, left alone while it takes nothing: one notice tries it at growing intervals (domain/notices/delivery/outage.ts),
 * and all others are answered as that one was, with when the next may try. Whoever comes at the moment of such a try
 * waits for its outcome; once something is taken, everything follows. A try of which nobody knows the outcome, or that
 * throws, takes no other with it: the rest of them wait for the next one.
 */
export function restingInOutages(transport: Transport, send: Send, { outages, rule }: OutagesDeps): Send {
  let probe: Promise<SendResult> | undefined;
  const tried = async (
    { before, counter }: { readonly before: Outage | undefined; readonly counter: 'failures' | 'probes' },
    ...[notice, to, sending]: Parameters<Send>
  ): Promise<SendResult> => {
    const result = await send(notice, to, sending);
    const said = failureIn(result, before);
    if (said) {
      const { kind, reason } = said;
      await outages.failed(transport, { triedAt: sending.now, noticeId: notice.id, kind, reason }, counter);
    } else if (before && result.kind !== 'no-address') await outages.over(transport);
    return result;
  };
  const resting: Send = async (...given) => {
    await probe?.catch(() => undefined);
    const [notice, , { now }] = given;
    const outage = await outages.of(transport, now);
    const until = outage && probeAt(outage, notice.id, rule);
    if (until === undefined) return await tried({ before: outage, counter: 'failures' }, ...given);
    const asBefore = { kind: outage!.kind, reason: outage!.reason, until };
    if (now < until) return asBefore;
    if (probe) return await resting(...given);
    const claimed = outages.claimProbe(transport, outage!, now);
    const alone = { before: outage, counter: 'probes' } as const;
    probe = claimed.then((isOurs) => (isOurs ? tried(alone, ...given) : asBefore));
    return await probe.finally(() => {
      probe = undefined;
    });
  };
  return resting;
}

/** What a transport that took nothing says; what it said before, where nobody knows whether it took something now. */
function failureIn(result: SendResult, before: Outage | undefined): Pick<Outage, 'kind' | 'reason'> | undefined {
  if (result.kind === 'busy' || result.kind === 'barred') return result;
  return result.kind === 'unknown' ? before : undefined;
}
