import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoVaultErasure } from '../../../adapters/dynamodb/vault/vault-erasure.ts';
import { s3ErasedFiles } from '../../../adapters/s3/erased-files.ts';
import { s3MovedBucket } from '../../../adapters/s3/moved-bucket.ts';
import { onLoopback } from '../../../local/ports.ts';
import { createVaultTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';

const RECEIPT = 'QH-7KX4-M9P2-Q3T8';
const { service } = dynamoDbForTests();
beforeAll(() => createVaultTable(service.tables, 'vault'));

describe('the files of a complaint', () => {
  let server: Awaited<ReturnType<typeof startFauxqs>>;
  let s3: S3Client;
  beforeAll(async () => {
    server = await onLoopback(() => startFauxqs({ port: 0, logger: false }));
    const credentials = { accessKeyId: 'AKID', secretAccessKey: 'secret' };
    const endpoint = `http://127.0.0.1:${server.port}`;
    s3 = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: 'evidence' }));
  });
  afterAll(() => server.stop());

  it('are those it names and those under its receipt, and no others', async () => {
    const Item = {
      receipt: RECEIPT,
      original: { mediaType: 'message/rfc822', key: 'mail/1' },
      attachments: [
        { name: 'a.jpg', mediaType: 'image/jpeg', key: 'uploads/a' },
        { name: 'b', mediaType: 'x/y' },
      ],
    };
    await service.tables.send(new PutCommand({ TableName: 'vault', Item }));
    for (const Key of ['mail/1', 'mail/10', 'uploads/a', `attachments/${RECEIPT}/1`, 'attachments/QH-2/1'])
      await s3.send(new PutObjectCommand({ Bucket: 'evidence', Key, Body: 'x' }));
    const vault = dynamoVaultErasure(service.tables, 'vault');
    const named = { keys: await vault.filesOf(RECEIPT), prefix: `attachments/${RECEIPT}/` };
    expect(await s3ErasedFiles(s3, 'evidence').remove(named)).toBe(3);
    const left = await Array.fromAsync(s3MovedBucket(s3, 'evidence').keys());
    expect(left.toSorted()).toEqual(['attachments/QH-2/1', 'mail/10']);
  });

  it('are none once the complaint is gone', async () => {
    const vault = dynamoVaultErasure(service.tables, 'vault');
    await vault.remove(RECEIPT);
    await vault.remove(RECEIPT);
    expect(await vault.filesOf(RECEIPT)).toEqual([]);
  });
});

it('every version of a file goes, and no other file whose name begins alike', async () => {
  const sent: object[] = [];
  const s3 = new S3Client({ region: 'cn-north-1', credentials: { accessKeyId: 'A', secretAccessKey: 'S' } });
  s3.send = async ({ constructor: { name }, input }: { constructor: { name: string }; input: { Prefix?: string } }) => {
    sent.push({ name, ...input });
    const versions = [
      { Key: 'mail/1', VersionId: 'v2' },
      { Key: 'mail/1', VersionId: 'v1' },
      { Key: 'mail/10', VersionId: 'v1' },
    ];
    const under = versions.filter(({ Key }) => Key.startsWith(input.Prefix ?? ''));
    return name === 'ListObjectVersionsCommand' ? { Versions: under } : {};
  };
  await s3ErasedFiles(s3, 'evidence').remove({ keys: ['mail/1'], prefix: 'attachments/none/' });
  expect(sent.filter((one) => 'VersionId' in one)).toEqual(
    ['v2', 'v1'].map((VersionId) => ({ name: 'DeleteObjectCommand', Bucket: 'evidence', Key: 'mail/1', VersionId })),
  );
});

it('a file of which only an earlier version is left goes too, though no list of files shows it', async () => {
  const deleted: object[] = [];
  const s3 = new S3Client({ region: 'cn-north-1', credentials: { accessKeyId: 'A', secretAccessKey: 'S' } });
  s3.send = async ({ constructor: { name }, input }: { constructor: { name: string }; input: object }) => {
    if (name === 'DeleteObjectCommand') deleted.push(input);
    const left = { Versions: [{ Key: 'attachments/QH-1/1', VersionId: 'v1' }] };
    const marked = { DeleteMarkers: [{ Key: 'attachments/QH-1/1', VersionId: 'v2' }] };
    return name === 'ListObjectVersionsCommand' ? { ...left, ...marked } : {};
  };
  expect(await s3ErasedFiles(s3, 'evidence').remove({ keys: [], prefix: 'attachments/QH-1/' })).toBe(1);
  expect(deleted).toMatchObject([{ VersionId: 'v1' }, { VersionId: 'v2' }]);
});
