import type { Instant } from '../../calendar/day.ts';

/** 通道中断: what all functions together have seen of a transport since it last took something. */
export interface Outage {
  /** So often in a row it took nothing, tries after a rest not counted: many fail at once when it goes away. */
  readonly failures: number;
  /** So often it took nothing when it was tried after a rest. */
  readonly probes: number;
  /** When it was tried last, and with which notice. */
  readonly triedAt: Instant;
  readonly noticeId: string;
  /** What it said. */
  readonly kind: 'busy' | 'barred';
  readonly reason: string;
}

/** When a transport is left alone, and for how long. */
export interface OutageRule {
  /** So many failures in a row, and it is taken to be away. */
  readonly failures: number;
  /** How long after each failed try the next one comes; after the last of these always so long. */
  readonly probeMinutes: readonly number[];
}

export const OUTAGE: OutageRule = { failures: 3, probeMinutes: [1, 2, 3, 5] };

const MINUTE_MS = 60_000;
/** Whoever tried last lets others go first: should it be the letter that is at fault, they get through. */
const BEHIND_OTHERS_MS = MINUTE_MS;

/** From when on that notice may try the transport again; undefined where all may at any time. */
export function probeAt(outage: Outage, noticeId: string, { failures, probeMinutes }: OutageRule): Instant | undefined {
  if (outage.failures < failures) return undefined;
  const waits = probeMinutes[Math.min(outage.probes, probeMinutes.length - 1)]! * MINUTE_MS;
  const behind = outage.noticeId === noticeId ? BEHIND_OTHERS_MS : 0;
  return new Date(Date.parse(outage.triedAt) + waits + behind).toISOString();
}
