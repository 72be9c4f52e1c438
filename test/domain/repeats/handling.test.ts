import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { relationBetween, rules, sketched } from './shipped-rules.ts';

interface Sample {
  readonly aboutHandling: boolean;
  readonly earlier?: string;
  readonly text: string;
}

const read = (set: string): Sample[] =>
  readFileSync(new URL(`samples/${set}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const isTold = (text: string): boolean => sketched(text).handling >= rules.limits.handling;

describe('how an earlier complaint was handled', () => {
  it.each(['handling', 'later-handling'])(
    'is told from the matter itself in nineteen of twenty of the %s set',
    (set) => {
      const samples = read(set);
      const right = samples.filter(({ aboutHandling, text }) => isTold(text) === aboutHandling);
      expect(right.length / samples.length).toBeGreaterThanOrEqual(0.95);
    },
  );

  it('is told from the matter going on in nineteen of twenty pairs that no weight was fitted to', () => {
    const samples = read('last-handling');
    const right = samples.filter(
      ({ aboutHandling, earlier = '', text }) =>
        (relationBetween(earlier, text).relation === 'about-handling') === aboutHandling,
    );
    expect(right.length / samples.length).toBeGreaterThanOrEqual(0.95);
  });

  it('is told by the weights of words in short texts alone', () => {
    const dissent = '安康路粮油店，罚款通知发了三张，设备一天没停，这种罚有什么用';
    expect(isTold(dissent)).toBe(true);
    expect(isTold(`${dissent}。${'晚上机器响。'.repeat(20)}`)).toBe(false);
  });
});
