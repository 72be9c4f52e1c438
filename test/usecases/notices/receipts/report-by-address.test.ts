import { expect, it } from 'vitest';
import { memorySentLetters } from '../../../../adapters/memory/sent-letters.ts';
import { memorySuppressions } from '../../../../adapters/memory/suppressions.ts';
import { recordBouncesFromMailHost } from '../../../../usecases/notices/receipts/bounce-from-mail-host.ts';
import { MORNING } from '../../../support/transports.ts';

const to = 'wu@citizen.example';

/** What a report without a Message-ID is taken for, after these letters went out. */
async function reported(noticeIds: readonly string[], named: readonly string[] = [to]) {
  const sentLetters = memorySentLetters();
  for (const [n, noticeId] of noticeIds.entries()) await sentLetters.remember(`<${n}@h>`, { noticeId, to }, MORNING);
  const returned: string[] = [];
  const deps = {
    ...{ sentLetters, suppressions: memorySuppressions() },
    returned: async ({ noticeId }: { readonly noticeId: string }) => void returned.push(noticeId),
  };
  const about = { reportId: 'r', letters: [], named };
  return [await recordBouncesFromMailHost([{ kind: 'not-delivered' }], about, MORNING, deps), returned];
}

it('a report that names an address twice, in small letters and large, is of the one notice that went there', async () => {
  expect(await reported(['QH-1'], [to, 'Wu@Citizen.example'])).toEqual(['heeded', ['QH-1']]);
});

it('a report on a notice that went to an address twice is of that notice, and of two notices a person must see', async () => {
  expect(await reported(['QH-1', 'QH-1'])).toEqual(['heeded', ['QH-1']]);
  expect(await reported(['QH-1', 'QH-2'])).toEqual(['unclear', []]);
});
