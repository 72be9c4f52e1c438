import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { s3EvidenceFiles } from '../../../adapters/s3/evidence-files.ts';

const NOW = '2026-11-20T13:03:00.000Z';
const PHOTO = { fileName: 'QH-7KX4-M9P2-Q3T8-1.jpg', mediaType: 'image/jpeg' };

/** A bucket that says so of every object. */
function files(status: number) {
  const client = new S3Client({
    region: 'cn-north-1',
    credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret' },
  });
  client.send = async () => {
    if (status === 200) return {};
    throw new S3ServiceException({ name: 'x', $fault: 'client', $metadata: { httpStatusCode: status } });
  };
  return s3EvidenceFiles(client, {
    bucketName: 'evidence',
    address: 'https://evidence.s3.cn-north-1.amazonaws.com.cn/',
  });
}

describe('the address of a file', () => {
  it('gives one object for five minutes, to be saved under that name and by nobody kept on the way', async () => {
    const { origin, pathname, searchParams } = new URL((await files(200).addressOf('uploads/a', PHOTO, NOW))!);
    expect(origin + pathname).toBe('https://evidence.s3.cn-north-1.amazonaws.com.cn/uploads/a');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      'X-Amz-Date': '20261120T130300Z',
      'X-Amz-Expires': '300',
      'X-Amz-SignedHeaders': 'host',
      'response-cache-control': 'no-store',
      'response-content-disposition': 'attachment; filename="QH-7KX4-M9P2-Q3T8-1.jpg"',
      'response-content-type': 'image/jpeg',
    });
  });

  it.each([404, 403])(
    'is none where S3 answers %i, as it does for a missing object to whoever may not list',
    async (status) => {
      expect(await files(status).addressOf('uploads/a', PHOTO, NOW)).toBeUndefined();
    },
  );

  it('is not said to be none because S3 is down', async () => {
    await expect(files(503).addressOf('uploads/a', PHOTO, NOW)).rejects.toThrow();
  });
});
