import type { S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { s3Evidence } from '../../../adapters/s3/evidence.ts';

it('keeps bytes under a key and reads them back', async () => {
  const objects = new Map<unknown, unknown>();
  const send = async ({ input }: { input: { Bucket: string; Key: string; Body?: Uint8Array } }) => {
    if (input.Body) return void objects.set(`${input.Bucket}/${input.Key}`, input.Body);
    return { Body: { transformToByteArray: async () => objects.get(`${input.Bucket}/${input.Key}`) } };
  };
  const evidence = s3Evidence({ send } as unknown as S3Client, 'evidence');

  await evidence.put('mail/投诉 1', Buffer.from('x'), 'message/rfc822');

  expect(await evidence.read('mail/投诉 1')).toEqual(Buffer.from('x'));
});
