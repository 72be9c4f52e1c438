import { describe, expect, it } from 'vitest';
import { memorySuppressions } from '../../../../adapters/memory/suppressions.ts';
import type { SendResult } from '../../../../usecases/notices/delivery/delivery.ts';
import { mayGoAgain, waitingFor } from '../../../../usecases/notices/delivery/retry-policy.ts';
import { GONE, willingCallbacks } from '../../../../usecases/notices/transports/send-callback.ts';
import { escalation } from '../../../support/notices.ts';
import { sent } from '../../../support/transports.ts';

const letter = escalation();
const minutesLater = (minutes: number) => new Date(Date.parse(letter.at) + minutes * 60_000).toISOString();

describe('a partner’s system that answers 410', () => {
  it('is called no more, until it has another address', async () => {
    const asked: string[] = [];
    let address = 'https://one.example/';
    const send = willingCallbacks({
      send: async (_, partner) => {
        asked.push(`${partner} ${address}`);
        return address.includes('one') ? { kind: 'refused', reason: GONE } : sent;
      },
      suppressions: memorySuppressions(),
      addressOf: () => address,
    });
    const call = (partner = 'hotline') => send(letter, partner, { now: letter.at });
    expect(await call()).toEqual({ kind: 'refused', reason: GONE });
    expect(await call()).toEqual({ kind: 'refused', reason: 'disabled since HTTP 410' });
    address = 'https://two.example/';
    expect(await call()).toEqual(sent);
    expect(asked).toEqual(['hotline https://one.example/', 'hotline https://two.example/']);
  });
});

describe('a call that failed', () => {
  const failed = (result: SendResult['kind'], tries: number) =>
    ({ transport: 'callback', recipient: 'hotline/partner', result, tries, at: letter.at }) as const;

  it.each(['later', 'unknown'] as const)(
    '(%s) is made again on the schedule of Standard Webhooks, then given up',
    (result) => {
      const minutes = [1, 5, 30, 120, 300, 600, 840, 1_200, 1_440];
      for (const [index, wait] of minutes.entries()) {
        expect(mayGoAgain(failed(result, index + 1), letter, minutesLater(wait - 1))).toBe(false);
        expect(mayGoAgain(failed(result, index + 1), letter, minutesLater(wait))).toBe(true);
      }
      expect(mayGoAgain(failed(result, 10), letter, minutesLater(10_000))).toBe(false);
      expect(waitingFor([failed(result, 10)], letter, letter.at, minutesLater(10_000))).toBeUndefined();
    },
  );

  it('is made again at other times where the province says so', () => {
    const again = [2, 60];
    expect(mayGoAgain(failed('later', 1), letter, minutesLater(1), again)).toBe(false);
    expect(mayGoAgain(failed('later', 1), letter, minutesLater(2), again)).toBe(true);
    expect(mayGoAgain(failed('later', 3), letter, minutesLater(10_000), again)).toBe(false);
  });
});
