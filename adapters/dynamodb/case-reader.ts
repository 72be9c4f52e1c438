import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ShowProgressDeps } from '../../usecases/complainants/show-progress.ts';

/**
 * Reads cases for whoever is seldom asked for one: what it takes to understand a case is loaded with the first, not
 * with every cold start.
 */
export function dynamoCaseReader(client: DynamoDBDocumentClient, tableName: string): ShowProgressDeps['cases'] {
  const store = async () => (await import('./case-store.ts')).dynamoCaseStore(client, tableName);
  return {
    load: async (caseId) => (await store()).load(caseId),
    events: async (caseId) => (await store()).events(caseId),
  };
}
