import { setTimeout as delay } from 'node:timers/promises';
import type { LocalStack } from '../../../local/local-stack.ts';
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

/** The functions that may be killed: each complaint gives all of them something to do. */
export type Victim = 'queue-complaints' | 'register-complaint' | 'relay-events' | 'deliver-notice';

/** At most so long after a victim was given something to do, it dies: before, during or after its work. */
const LONGEST_LIFE_MS = 100;

export interface Fire {
  readonly complaints: number;
  readonly kills: number;
  /** Functions whose workers are killed, in turn. */
  readonly victims: readonly Victim[];
}

/**
 * Complaints keep coming in by HTTP while the workers of the victims die at random moments, always with fresh
 * complaints on their hands. What was in hand is done before anybody dies again: a message is handed out five times,
 * minutes apart on AWS and at once here.
 */
export async function underFire(stack: LocalStack, { complaints, kills, victims }: Fire): Promise<void> {
  let sent = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const victim = victims[kill % victims.length]!;
    await stack.drain();
    const atWork = stack.atWork(victim);
    const more: Promise<string>[] = [];
    for (; sent < (kill * complaints) / kills; sent += 1)
      more.push(receiptOf(stack, complaintNumber(sent), `fire-${sent}`));
    await Promise.all([...more, atWork]);
    // Not waiting: death comes at any moment.
    await delay(Math.random() * LONGEST_LIFE_MS);
    await stack.killWorkers(victim);
  }
}
