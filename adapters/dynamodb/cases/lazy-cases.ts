import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Roster } from '../../../domain/organs.ts';
import type { CaseReader, CaseStore } from '../../../usecases/cases/command-case.ts';

/**
 * Cases for whoever is seldom asked for one: what it takes to understand a case is loaded with the first, not with every
 * cold start.
 */
export function dynamoLazyCases(
  client: DynamoDBDocumentClient,
  tableName: string,
  roster: Pick<Roster, 'organs'>,
): CaseReader & CaseStore {
  const store = async () => (await import('./case-store.ts')).dynamoCaseStore(client, tableName, roster);
  return {
    load: async (caseId) => (await store()).load(caseId),
    events: async (caseId) => (await store()).events(caseId),
    commit: async (commit) => (await store()).commit(commit),
  };
}
