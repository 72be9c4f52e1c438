import { setTimeout as delay } from 'node:timers/promises';
import type { LogLine } from '../../../local/logs.ts';
import type { LocalStack } from '../../../local/stack.ts';
import { receiptOf } from './citizens.ts';

const PLACES = ['禾阳市临禾区', '禾阳市穗安区', '澜川市石渡区', '汀江市', '泽宁市', '松崖市松涧区', '望海市望潮区', ''];
const MATTERS = [
  '化工厂夜间排放刺鼻废气，没法开窗。',
  '工地凌晨还在浇筑混凝土，噪声扰民。',
  '餐馆油烟直排居民楼。',
  '养猪场粪水流进河里，河水发黑发臭。',
  '石材厂切割石材，粉尘很大。',
  '有人半夜往沟里倒废机油和化工废渣。',
];

/** The n-th of a thousand different complaints: six matters in eight places, one of them nowhere. */
const complaintNumber = (n: number) => ({
  text: `${MATTERS[n % MATTERS.length]}（第${n}件）`,
  address: PLACES[n % PLACES.length],
});

/** A function that may be killed, and the log line by which it is known to have come through with a complaint. */
const STAGES = {
  'queue-complaints': 'complaint-registered',
  'register-complaint': 'complaint-registered',
  'relay-events': 'event-relayed',
  'deliver-notice': 'notice-handled',
} as const;

export type Victim = keyof typeof STAGES;

/** Which complaints each stage has come through with so far, by what the functions print. */
export function progressBook() {
  const done = new Map<string, Set<string>>();
  return {
    onLog({ line }: LogLine): void {
      const { event, receipt, caseId, noticeId } = line.startsWith('{') ? JSON.parse(line) : {};
      if (event !== undefined)
        done.set(event, (done.get(event) ?? new Set()).add(receipt ?? caseId ?? noticeId?.split('#')[0]));
    },
    doneBy: (victim: Victim): number => done.get(STAGES[victim])?.size ?? 0,
  };
}

export interface Fire {
  readonly complaints: number;
  readonly kills: number;
  /** Functions whose workers are killed, in turn. */
  readonly victims: readonly Victim[];
  readonly doneBy: (victim: Victim) => number;
}

const LONGEST_PAUSE_MS = 60;

/**
 * Complaints keep coming in by HTTP while the workers of the victims die at random moments, always with fresh complaints on their hands. What a victim
 * had when it died it gets done before it dies again: a message is handed out five times, minutes apart on AWS and at once here.
 */
export async function underFire(stack: LocalStack, { complaints, kills, victims, doneBy }: Fire): Promise<void> {
  const owed = new Map<Victim, number>();
  let sent = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const victim = victims[kill % victims.length]!;
    await until(() => doneBy(victim) >= (owed.get(victim) ?? 0), `${victim} does not recover`);
    const more: Promise<string>[] = [];
    for (; sent < (kill * complaints) / kills; sent += 1)
      more.push(receiptOf(stack, complaintNumber(sent), `fire-${sent}`));
    await Promise.all(more);
    await delay(Math.random() * LONGEST_PAUSE_MS);
    await stack.killWorkers(victim);
    owed.set(victim, sent);
  }
}

const PATIENCE_MS = 60_000;

async function until(condition: () => boolean, complaint: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!condition()) {
    if (performance.now() > end) throw new Error(complaint);
    await delay(5);
  }
}
