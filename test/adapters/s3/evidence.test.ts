import { type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
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

describe('bytes that somebody may have seen', () => {
  const refusing = (status: number) => {
    const asked: unknown[] = [];
    const send = async ({ input }: { input: unknown }) => {
      asked.push(input);
      throw new S3ServiceException({ name: 'x', $fault: 'client', $metadata: { httpStatusCode: status } });
    };
    return { asked, evidence: s3Evidence({ send } as unknown as S3Client, 'evidence') };
  };

  it('stay as they are when others come under their key', async () => {
    const { asked, evidence } = refusing(412);
    await evidence.putIfAbsent('uploads/a', Buffer.from('x'), 'image/jpeg');
    expect(asked).toMatchObject([{ Key: 'uploads/a', IfNoneMatch: '*' }]);
  });

  it('are tried again where two come at the same moment, or the bucket is busy', async () => {
    for (const status of [409, 503])
      await expect(
        refusing(status).evidence.putIfAbsent('uploads/a', Buffer.from('x'), 'image/jpeg'),
      ).rejects.toThrow();
  });
});
