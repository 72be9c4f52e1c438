import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Case } from '../../../domain/case/case.ts';
import { inIdsOfToday } from '../../../domain/ids-of-today.ts';
import type { Roster } from '../../../domain/organs.ts';
import { legible, refuseUnread, type TellUnread } from '../legible.ts';
import { readMany } from '../read-many.ts';
import { keyOf } from './case-key.ts';

/**
 * Cases as they stand, for lists: no event of theirs, nor what it takes to understand one. What it takes to read a case is
 * loaded with the first.
 */
export const dynamoCaseStates = (
  client: DynamoDBDocumentClient,
  tableName: string,
  roster: Pick<Roster, 'organs'>,
  tellUnread: TellUnread = refuseUnread,
) => ({
  async loadMany(ids: readonly string[]): Promise<readonly Case[]> {
    const keys = ids.map((id) => ({ pk: keyOf(id), sk: 'CASE' }));
    const { caseOf } = await import('./case-items.ts');
    return legible(await readMany(client, tableName, keys), caseOf, tellUnread).map(inIdsOfToday(roster));
  },
});
