import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, it } from 'vitest';
import { dynamoVault } from '../../../../adapters/dynamodb/vault/vault.ts';
import type { VaultItem } from '../../../../usecases/intake/accept-complaint.ts';

const item: VaultItem = {
  receipt: 'QH-7KX4-M9P2-Q3T8',
  channel: 'web',
  sourceId: 'key:1',
  text: '河水发黑。',
  contact: { phone: '13900000000' },
  anonymous: false,
  attachments: [],
  flags: [],
  original: { mediaType: 'application/json', base64: 'e30=' },
  receivedAt: '2026-11-20T13:03:00.000Z',
  queryCode: 'ABCD1234',
  answerBy: '2026-12-05T16:00:00.000Z',
  fingerprint: 'f',
};

const client = (send: (command: { input: Record<string, unknown> }) => Promise<unknown>) =>
  ({ send }) as unknown as DynamoDBDocumentClient;

it('gives back the first item when its receipt is taken', async () => {
  const taken = new ConditionalCheckFailedException({ $metadata: {}, message: 'taken', Item: marshall(item) });
  const vault = dynamoVault(
    client(() => Promise.reject(taken)),
    'vault',
  );

  expect(await vault.putIfAbsent({ ...item, queryCode: 'OTHER' })).toEqual(item);
});

it('lets any other failure through', async () => {
  const vault = dynamoVault(
    client(() => Promise.reject(new Error('throttled'))),
    'vault',
  );
  await expect(vault.putIfAbsent(item)).rejects.toThrow('throttled');
});

const COMPLAINT =
  'receipt channel text quoted address division location target occurredAt sideRemarks anonymous attachments flags acknowledge inspection order follows partner enteredBy receivedAt';

it.each([
  ['readComplaint', COMPLAINT],
  ['readContact', 'receipt contact channel queryCode messageId follows order'],
  ['readMedia', 'receipt channel attachments'],
  ['readQuery', 'receipt queryCode receivedAt answerBy follows'],
] as const)('%s asks for its own attributes and no others', async (slice, attributes) => {
  const asked: unknown[] = [];
  const vault = dynamoVault(
    client(async ({ input }) => {
      asked.push(Object.values(input.ExpressionAttributeNames as object), input.ProjectionExpression);
      return {};
    }),
    'vault',
  );

  expect(await vault[slice](item.receipt)).toBeUndefined();
  const names = attributes.split(' ');
  expect(asked).toEqual([names, names.map((name) => `#${name}`).join(', ')]);
});
