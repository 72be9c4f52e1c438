import { setTimeout as pause } from 'node:timers/promises';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { attributesOf } from '../../adapters/dynamodb/cases/case-items.ts';
import { keyOf } from '../../adapters/dynamodb/cases/case-key.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoDayEntries } from '../../adapters/dynamodb/cases/day-entries.ts';
import { dynamoSentLetters } from '../../adapters/dynamodb/correspondence/sent-letters.ts';
import { dynamoSuppressions } from '../../adapters/dynamodb/correspondence/suppressions.ts';
import { dynamoThreads } from '../../adapters/dynamodb/correspondence/threads.ts';
import { dynamoDeliveries } from '../../adapters/dynamodb/notices/deliveries.ts';
import { dynamoKeptNotices } from '../../adapters/dynamodb/notices/kept-notices.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import type { Case } from '../../domain/case/case.ts';
import { AS_WRITTEN } from '../../domain/ids-of-today.ts';
import { begun } from '../../usecases/notices/delivery/claim-delivery.ts';
import { type BenchTables, startTables } from './tables.ts';

/** As long as what a complainant is told of the acceptance. */
const LETTER = { subject: '【受理】您反映的问题已受理', text: '您好：'.repeat(130), template: 'telling-accepted' };

/**
 * What the tables alone take of a hand-over: the calls that an accepted case causes after its commit, by the same
 * adapters, one process, with no function, stream, queue or transport between them. Gives how long after its commit each
 * case had those that come before the hand-over; `commit` accepts a case.
 */
export async function timesOfBareCalls(
  cases: readonly Case[],
  everyMs: number,
  assembly: string,
  commit: (one: Case, store: ReturnType<typeof dynamoCaseStore>) => Promise<unknown>,
): Promise<number[]> {
  const tables = await startTables(assembly);
  try {
    for (const one of cases) {
      const Item = { pk: keyOf(one.id), sk: 'CASE', ...attributesOf(one) };
      await tables.client.send(new PutCommand({ TableName: tables.cases, Item }));
    }
    const store = dynamoCaseStore(tables.client, tables.cases, AS_WRITTEN);
    const calls = callsOn(tables);
    const start = performance.now();
    const each = cases.map(async (one, index) => {
      await pause(Math.max(0, start + index * everyMs - performance.now()));
      await commit(one, store);
      const committed = performance.now();
      const after = await calls(one, store);
      const took = performance.now() - committed;
      await after();
      return took;
    });
    return await Promise.all(each);
  } finally {
    tables.client.destroy();
    await tables.stop();
  }
}

/** The calls before a hand-over; gives those after it. */
function callsOn({ client, cases, correspondence, notices, vault }: BenchTables) {
  const entries = dynamoDayEntries(client, cases);
  const deliveries = dynamoDeliveries(client, cases);
  const kept = dynamoKeptNotices(client, notices, 5);
  const contacts = dynamoVault(client, vault);
  const suppressions = dynamoSuppressions(client, correspondence);
  const letters = dynamoSentLetters(client, correspondence);
  const threads = dynamoThreads(client, correspondence);
  return async ({ id }: Case, store: ReturnType<typeof dynamoCaseStore>) => {
    const now = new Date().toISOString();
    const values = { receipt: id, status: '已受理' };
    const sms = { use: 'complainant', values } as const;
    const notice = {
      id: `${id}#2#complainant`,
      caseId: id,
      at: now,
      ...LETTER,
      template: undefined,
      addresses: [],
      sms,
    };
    const address = { transport: 'email', complaint: id } as const;
    const handOver = { ...LETTER, noticeId: notice.id, caseId: id, number: 0, at: now, to: address, about: [] };
    const to = `${id}@citizen.example`;
    await entries.put('2026-09-10', { caseId: id, seq: 2, hash: id });
    await store.load(id);
    const queued = await deliveries.claim(notice, { id: 'queue', now });
    await contacts.readContact(id);
    const sending = { ...queued, state: 'sending', version: 2 } as const;
    await deliveries.change(notice, queued, sending);
    await kept.keep(handOver);
    await suppressions.reasonFor(to, now);
    return async () => {
      await Promise.all([letters.remember(id, { noticeId: notice.id, to }, now), threads.remember(id, id, now)]);
      await deliveries.change(notice, sending, { ...begun({ id, now }), state: 'sent', version: 3 });
    };
  };
}
