import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Instant } from '../../../domain/calendar/day.ts';
import type { Outage } from '../../../domain/notices/delivery/outage.ts';
import type { Outages } from '../../../usecases/notices/transports/outages.ts';
import { isDone } from '../conditional.ts';

/** So long a function goes by what it read last. */
const FRESH_MS = 10_000;
/** What failed so long ago says nothing of today. */
const FORGOTTEN_AFTER_SECONDS = 86_400;

const OutageItem = z.object({
  failures: z.int().default(0),
  probes: z.int().default(0),
  triedAt: z.iso.datetime(),
  noticeId: z.string(),
  kind: z.enum(['busy', 'barred']),
  reason: z.string(),
});

const outageIn = (item: unknown): Outage | undefined => {
  const { data } = OutageItem.safeParse(item);
  return data && data.failures > 0 ? data : undefined;
};

const expiresAfter = (at: Instant): number => Math.floor(Date.parse(at) / 1000) + FORGOTTEN_AFTER_SECONDS;

/**
 * Which transports take nothing: one item of the correspondence table each, written by failures alone and read at most
 * every ten seconds. Where the table does not answer, `onFailure` is told, and every notice is tried.
 */
export function dynamoOutages(
  client: DynamoDBDocumentClient,
  tableName: string,
  onFailure: (error: unknown) => void,
): Outages {
  const known = new Map<string, { readonly outage: Promise<Outage | undefined>; readonly until: number }>();
  const at = (transport: string) => ({ TableName: tableName, Key: { key: `PROVIDER#${transport}#outage` } });

  async function read(transport: string): Promise<Outage | undefined> {
    try {
      return outageIn((await client.send(new GetCommand(at(transport)))).Item);
    } catch (error) {
      onFailure(error);
      return undefined;
    }
  }

  return {
    async of(transport, now) {
      const nowMs = Date.parse(now);
      const last = known.get(transport);
      if (last && nowMs < last.until) return await last.outage;
      const outage = read(transport);
      known.set(transport, { outage, until: nowMs + FRESH_MS });
      return await outage;
    },

    async claimProbe(transport, { triedAt }, now) {
      known.delete(transport);
      const command = new UpdateCommand({
        ...at(transport),
        UpdateExpression: 'SET triedAt = :now',
        ConditionExpression: 'triedAt = :before',
        ExpressionAttributeValues: { ':now': now, ':before': triedAt },
      });
      try {
        return await isDone(client.send(command));
      } catch (error) {
        onFailure(error);
        return true;
      }
    },

    async failed(transport, { triedAt, noticeId, kind, reason }, counter) {
      known.delete(transport);
      const command = new UpdateCommand({
        ...at(transport),
        UpdateExpression:
          'ADD #counter :one SET triedAt = :at, noticeId = :notice, kind = :kind, reason = :reason, expiresAt = :expiresAt',
        ExpressionAttributeNames: { '#counter': counter },
        ExpressionAttributeValues: {
          ...{ ':one': 1, ':at': triedAt, ':notice': noticeId, ':kind': kind, ':reason': reason },
          ':expiresAt': expiresAfter(triedAt),
        },
      });
      await client.send(command).catch(onFailure);
    },

    async over(transport) {
      known.delete(transport);
      const command = new UpdateCommand({
        ...at(transport),
        UpdateExpression: 'SET failures = :none, probes = :none',
        ExpressionAttributeValues: { ':none': 0 },
      });
      await client.send(command).catch(onFailure);
    },
  };
}
