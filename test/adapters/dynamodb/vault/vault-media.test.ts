import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { dynamoVault } from '../../../../adapters/dynamodb/vault/vault.ts';
import { TooLarge } from '../../../../usecases/intake/accept-complaint.ts';
import { createVaultTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';
import { complaintOf } from '../../../support/world.ts';

const { service } = dynamoDbForTests();
const receipt = 'QH-7KX4-M9P2-Q3T8';
const receivedAt = '2026-11-20T13:03:00.000Z';
const picture = (mediaId: string) => ({ name: '微信图片', mediaType: 'image/jpeg', mediaId });

it('notes on the one attachment what became of it, once, and touches nothing else', async () => {
  await createVaultTable(service.tables, 'vault');
  const vault = dynamoVault(service.tables, 'vault');
  const item = {
    ...complaintOf({ channel: 'wechat', attachments: [picture('a'), picture('b'), picture('c')] }),
    receipt,
    receivedAt,
    queryCode: 'ABCD1234',
    answerBy: receivedAt,
    fingerprint: 'f',
  };
  await vault.putIfAbsent(item);

  const kept = { key: 'attachments/1', mediaType: 'image/png', name: '微信图片 (2).png' };
  await Promise.all([
    vault.settleMedium(receipt, 1, 'b', kept),
    vault.settleMedium(receipt, 1, 'b', { ...kept, key: 'attachments/1' }),
    vault.settleMedium(receipt, 2, 'c', { lost: 'expired' }),
  ]);
  // Of another medium, of none, or settled already.
  await vault.settleMedium(receipt, 0, 'x', kept);
  await vault.settleMedium(receipt, 9, 'b', kept);
  await vault.settleMedium(receipt, 1, 'b', { lost: 'expired' });

  const attachments = [picture('a'), { ...picture('b'), ...kept }, { ...picture('c'), lost: 'expired' }];
  expect(await vault.readMedia(receipt)).toEqual({ receipt, channel: 'wechat', attachments });
  const { Item } = await service.tables.send(new GetCommand({ TableName: 'vault', Key: { receipt } }));
  expect(Item).toEqual(JSON.parse(JSON.stringify({ ...item, attachments })));
});

it('notes of a named upload that it never came, and of nothing else', async () => {
  const vault = dynamoVault(service.tables, 'vault');
  const named = { name: '照片', mediaType: 'image/jpeg', key: 'uploads/a' };
  const item = { ...complaintOf({ attachments: [named, named] }), receipt: 'QH-NAMED', receivedAt, queryCode: 'C' };
  await vault.putIfAbsent({ ...item, answerBy: receivedAt, fingerprint: 'f' });
  await vault.noteNeverCame('QH-NAMED', 1, 'uploads/a');
  await vault.noteNeverCame('QH-NAMED', 0, 'uploads/b');
  await vault.noteNeverCame('QH-NONE', 0, 'uploads/a');
  expect((await vault.readMedia('QH-NAMED'))?.attachments).toEqual([named, { ...named, lost: 'never-came' }]);
  expect(await vault.isKnown('QH-NONE')).toBe(false);
});

it('makes no item where there is none', async () => {
  const vault = dynamoVault(service.tables, 'vault');
  await vault.settleMedium('QH-NONE', 0, 'a', { lost: 'expired' });
  expect(await vault.readMedia('QH-NONE')).toBeUndefined();
});

it('says of a complaint that is longer than an item that it is too large, whichever field is long', async () => {
  const vault = dynamoVault(service.tables, 'vault');
  const base64 = 'A'.repeat(410_000);
  const long = { text: '臭'.repeat(140_000) };
  for (const changes of [{ original: { mediaType: 'text/plain', base64 } }, long, { ...long, address: '城东' }]) {
    const item = { ...complaintOf(changes), receipt: 'QH-LONG', receivedAt, queryCode: 'C', answerBy: receivedAt };
    await expect(vault.putIfAbsent({ ...item, fingerprint: 'f' })).rejects.toThrow(TooLarge);
  }
  expect(await vault.isKnown('QH-LONG')).toBe(false);
});
