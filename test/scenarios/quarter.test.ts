import { describe, expect, it } from 'vitest';
import { accountOf } from '../quarter/account.ts';
import { type Quarter, quarter } from '../quarter/quarter.ts';
import { consoleOf } from '../support/messages.ts';

describe('a quarter with absences, a mail host away for two days, text messages that time out, receipts in any order and a key period', () => {
  it('misses no step, tells nothing twice, writes to nobody at night, and keeps to three messages a day', async () => {
    const lived: Quarter[] = [];
    await consoleOf(async () => void lived.push(await quarter(80)));
    const { fullest, ...faults } = await accountOf(lived[0]!);
    expect(faults).toEqual({ missed: [], repeated: [], untold: [], unfinished: [], atNight: [], unreported: [] });
    expect(fullest[0]![1]).toBeLessThanOrEqual(3);
  });
});
