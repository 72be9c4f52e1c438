import { setTimeout as delay } from 'node:timers/promises';
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
export const complaintNumber = (n: number) => ({
  text: `${MATTERS[n % MATTERS.length]}（第${n}件）`,
  address: PLACES[n % PLACES.length],
});

export interface Fire {
  readonly complaints: number;
  readonly kills: number;
  /** Functions whose workers are killed, chosen by chance each time. */
  readonly victims: readonly string[];
  /** How much a function has done since the start, such as the lines that it printed. */
  readonly doneBy: (victim: string) => number;
}

/**
 * Complaints keep coming in by HTTP while the workers of the victims die at random moments. A victim is left alone until it has finished something
 * since it last died: no function comes through if it is killed faster than it starts. Gives back the kills that hit each one.
 */
export async function underFire(
  stack: LocalStack,
  { complaints, kills, victims, doneBy }: Fire,
): Promise<Record<string, number>> {
  const seen = new Map(victims.map((victim) => [victim, 0]));
  const hits = Object.fromEntries(victims.map((victim) => [victim, 0]));
  let sent = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    for (; sent < (kill * complaints) / kills; sent += 1) {
      await receiptOf(stack, complaintNumber(sent), `fire-${sent}`);
    }
    const victim = victims[Math.floor(Math.random() * victims.length)]!;
    await untilMore(() => doneBy(victim), seen.get(victim)!);
    await delay(Math.random() * 40);
    await stack.killWorkers(victim);
    seen.set(victim, doneBy(victim));
    hits[victim]! += 1;
  }
  return hits;
}

const PATIENCE_MS = 60_000;

async function untilMore(count: () => number, before: number): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (count() <= before) {
    if (performance.now() > end) throw new Error('a function that was killed has done nothing for a minute');
    await delay(5);
  }
}
