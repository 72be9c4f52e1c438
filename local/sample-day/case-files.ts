import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { CaseStatus } from '../../domain/case/status.ts';
import { AS_WRITTEN } from '../../domain/ids-of-today.ts';
import type { LocalStack } from '../local-stack.ts';

export type Registered = CaseEvent & { readonly type: 'registered' };
export type FollowedUp = CaseEvent & { readonly type: 'followed-up' };

/**
 * Reads how a case was opened, past every right: the timeline shows the whole province, as no member of staff sees it.
 */
export function caseFiles({ environment }: Pick<LocalStack, 'environment'>) {
  const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL_DYNAMODB, CASE_TABLE_NAME } = environment;
  const client = new DynamoDBClient({
    region: AWS_REGION!,
    endpoint: AWS_ENDPOINT_URL_DYNAMODB!,
    credentials: { accessKeyId: AWS_ACCESS_KEY_ID!, secretAccessKey: 'local' },
  });
  const cases = dynamoCaseStore(DynamoDBDocumentClient.from(client), CASE_TABLE_NAME!, AS_WRITTEN);
  return {
    async registration(receipt: string): Promise<Registered> {
      const [first] = await cases.events(receipt);
      if (first?.type !== 'registered') throw new Error(`the sample complaint ${receipt} has no case`);
      return first;
    },
    /** How the case took what came in last about it. */
    async latestFollowUp(receipt: string): Promise<FollowedUp> {
      const events = await cases.events(receipt);
      const latest = events.at(-1);
      if (latest?.type !== 'followed-up') throw new Error(`the case ${receipt} knows nothing of what came in later`);
      return latest;
    },
    async status(receipt: string): Promise<CaseStatus> {
      const state = await cases.load(receipt);
      return state!.status;
    },
    close: () => client.destroy(),
  };
}
