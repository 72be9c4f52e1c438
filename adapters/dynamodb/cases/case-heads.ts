import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { VerifyChainsDeps } from '../../../usecases/operations/verify-chains.ts';
import { caseOf } from './case-items.ts';

/** Every case with its head, in no order. A scan: only for who may read the whole table. */
export function dynamoCaseHeads(client: DynamoDBDocumentClient, TableName: string): VerifyChainsDeps['heads'] {
  const scan = { TableName, FilterExpression: 'sk = :case', ExpressionAttributeValues: { ':case': 'CASE' } };
  return async function* () {
    for await (const { Items = [] } of paginateScan({ client }, scan))
      for (const item of Items) {
        const { id, head } = caseOf(item);
        yield { caseId: id, head };
      }
  };
}
