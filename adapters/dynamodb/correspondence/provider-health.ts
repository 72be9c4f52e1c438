import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { WINDOWS_BACK, type Window } from '../../../domain/notices/delivery/failover.ts';
import { windowAt } from '../../../domain/rate-limit.ts';
import type { ProviderHealth } from '../../../usecases/notices/transports/providers.ts';

/** So long a function goes by what it read last of the window that runs. */
const FRESH_MS = 10_000;

/**
 * How the providers do: one item of the correspondence table for each transport and window, which every function adds
 * to and reads at most every ten seconds. Where the table does not answer, `onFailure` is told, and nothing is known.
 */
export function dynamoProviderHealth(
  client: DynamoDBDocumentClient,
  tableName: string,
  onFailure: (error: unknown) => void,
): ProviderHealth {
  const known = new Map<string, { readonly window: Promise<Window>; readonly until: number }>();

  async function read(key: string): Promise<Window> {
    try {
      const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: { key } }));
      return windowIn(Item ?? {});
    } catch (error) {
      onFailure(error);
      return {};
    }
  }

  function windowOf(key: string, isOver: boolean, nowMs: number): Promise<Window> {
    const last = known.get(key);
    if (last && nowMs < last.until) return last.window;
    const window = read(key);
    known.set(key, { window, until: isOver ? Number.POSITIVE_INFINITY : nowMs + FRESH_MS });
    return window;
  }

  return {
    async windows(transport, rule, now) {
      const { number } = windowAt(rule, now);
      const keys = Array.from({ length: WINDOWS_BACK + 1 }, (_, age) => keyOf(transport, rule, number - age));
      known.delete(keyOf(transport, rule, number - keys.length));
      return await Promise.all(keys.map((key, age) => windowOf(key, age > 0, Date.parse(now))));
    },

    async note(transport, provider, isBad, rule, now) {
      const { number } = windowAt(rule, now);
      const command = new UpdateCommand({
        TableName: tableName,
        Key: { key: keyOf(transport, rule, number) },
        UpdateExpression: 'ADD #all :one, #bad :bad SET expiresAt = :expiresAt',
        ExpressionAttributeNames: { '#all': `all ${provider}`, '#bad': `bad ${provider}` },
        ExpressionAttributeValues: {
          ...{ ':one': 1, ':bad': isBad ? 1 : 0 },
          ':expiresAt': (number + WINDOWS_BACK + 2) * rule.windowSeconds,
        },
      });
      await client.send(command).catch(onFailure);
    },
  };
}

const keyOf = (transport: string, { windowSeconds }: { readonly windowSeconds: number }, number: number): string =>
  `PROVIDER#${transport}#${windowSeconds}#${number}`;

function windowIn(item: Readonly<Record<string, unknown>>): Window {
  const count = (name: string) => Number(item[name] ?? 0);
  const names = Object.keys(item).flatMap((name) => (name.startsWith('all ') ? [name.slice('all '.length)] : []));
  return Object.fromEntries(names.map((name) => [name, { all: count(`all ${name}`), bad: count(`bad ${name}`) }]));
}
