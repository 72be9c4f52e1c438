import { expect, it } from 'vitest';
import { dynamoVault } from '../../../adapters/dynamodb/vault/vault.ts';
import { acceptComplaint, earlierAcceptance } from '../../../usecases/intake/accept-complaint.ts';
import { createVaultTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';
import { intake } from '../../support/intake.ts';

const { service } = dynamoDbForTests();

const submission = (sourceId: string, text: string) => ({
  channel: 'web' as const,
  sourceId,
  text,
  anonymous: true,
  attachments: [],
  flags: [],
  original: { mediaType: 'application/json', base64: Buffer.from(text).toString('base64') },
});

it('an earlier answer is found by a put that never puts, and nothing is kept of a question', async () => {
  await createVaultTable(service.tables, 'earlier-answers');
  const vault = dynamoVault(service.tables, 'earlier-answers');
  const deps = { ...intake(), vault };
  const first = await acceptComplaint(submission('form-1', '臭'), '2026-11-20T13:03:00.000Z', deps);

  expect(await earlierAcceptance(submission('form-1', '臭'), deps)).toEqual({ ...first, isNew: false });
  expect(await earlierAcceptance(submission('form-1', '吵'), deps)).toMatchObject({ kind: 'conflict' });
  expect(await earlierAcceptance(submission('form-2', '臭'), deps)).toBeUndefined();
  expect(await earlierAcceptance(submission('form-2', '臭'), deps)).toBeUndefined();
});
