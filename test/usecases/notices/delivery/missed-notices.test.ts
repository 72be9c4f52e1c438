import { expect, it } from 'vitest';
import { memoryCaseStore } from '../../../../adapters/memory/case-store.ts';
import { memoryDayEntries } from '../../../../adapters/memory/day-entries.ts';
import { memoryLists } from '../../../../adapters/memory/lists.ts';
import { missedLines } from '../../../../domain/notices/lists/missed-notices.ts';
import { countedOnce, findSummary } from '../../../../usecases/notices/digests/summaries.ts';
import { beijing, noticeHours, texts } from '../../../support/rules.ts';
import { rules } from '../../../support/world.ts';

const refused = { transport: 'sms', recipient: 'complainant', result: 'refused', reason: 'bounced' } as const;
const none = { ...refused, transport: 'email', result: 'no-address', reason: undefined } as const;
const ended = { caseId: 'QH-1', state: 'failed' } as const;

it('whoever left a telephone alone is listed by what became of their text message, not by the mail that they never had', () => {
  const id = 'QH-1#2#complainant#email';
  const [line] = missedLines([{ ...ended, id, attempts: [none, refused] }], texts);
  expect(line).toMatch(/^被拒收（邮件被退回）：1件（信访人1件）/);
});

it('an organ of which nobody has an address is listed as such', () => {
  const attempts = [{ ...none, recipient: 'county/handler' }];
  const [line] = missedLines([{ ...ended, id: 'QH-1#2#county#handler#email', attempts }], texts);
  expect(line).toMatch(/^没有可用的联系方式：1件（经办人1件）/);
});

it('what did not arrive is read once for the lists of all organs in one run', async () => {
  const cases = memoryCaseStore();
  const at = beijing('2026-06-02 10:00');
  const read: string[] = [];
  const missedBetween = async (from: string) => {
    read.push(from);
    return ['county', 'city'].map((organ) => ({
      notice: { id: `QH-1#2#${organ}#handler#email`, caseId: 'QH-1', at, subject: '【交办】QH-1' },
      delivery: {
        ...{ claimedBy: 'm', claimedAt: at, state: 'failed' as const, version: 2 },
        attempts: [{ ...refused, recipient: `${organ}/handler` }],
      },
    }));
  };
  const summaries = countedOnce({
    ...{ missed: { missedBetween }, hours: noticeHours, occasions: [] },
    ...{ lists: memoryLists(cases.listings), entries: memoryDayEntries() },
  });
  for (const organ of ['county', 'city']) {
    const id = `SUMMARY-undelivered-2026-06-03#${organ}#leader#email`;
    const list = await findSummary(id, summaries, { cases, rules: rules() });
    expect(list).toHaveProperty('text', expect.stringContaining('经办人1件'));
  }
  expect(read).toHaveLength(1);
});
