import type { Instant } from '../../domain/calendar/day.ts';
import type { LocalStack, LocalStackOptions } from '../../local/local-stack.ts';
import { startLocalStack } from '../../local/stack.ts';
import { assemblyOf, sharedDynamoDb, tellRights } from './shared.ts';

/** A province that runs from `now` on, on what the test files share. It sees nothing of any other. */
export async function startProvince(
  province: string,
  now: Instant,
  more: Pick<LocalStackOptions, 'asleep'> = {},
): Promise<LocalStack> {
  const [assembly, dynamoDb] = await Promise.all([assemblyOf(province), sharedDynamoDb()]);
  const stack = await startLocalStack({ province, port: 0, smtpPort: 0, assembly, dynamoDb, now, ...more });
  const stop = async () => {
    await tellRights(province, stack.rights());
    await stack.stop();
  };
  return { ...stack, stop };
}
