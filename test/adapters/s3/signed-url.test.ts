import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { s3MailUploads, signedUrl } from '../../../adapters/s3/signed-url.ts';

const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

describe('a signed address', () => {
  it('is signed as the example in Amazon’s own description is', () => {
    const url = signedUrl(
      { method: 'GET', url: 'https://examplebucket.s3.amazonaws.com/test.txt', headers: {} },
      { ...credentials, region: 'us-east-1' },
      { seconds: 86_400, now: '2013-05-24T00:00:00.000Z' },
    );
    expect(new URL(url).searchParams.get('X-Amz-Signature')).toBe(
      'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });

  it('holds whoever uses it to the length, the type and the content that were told', async () => {
    const client = new S3Client({ region: 'cn-north-1', credentials: { ...credentials, sessionToken: 'a+b/c=' } });
    const sign = s3MailUploads(client, 'https://evidence.s3.cn-north-1.amazonaws.com.cn/');
    const upload = { key: 'mail/relay/ab', bytes: 12, sha256: 'ff'.repeat(32) };
    const { url, headers } = await sign(upload, 900, '2026-11-20T13:03:00.000Z');
    expect(headers).toEqual({
      'content-length': '12',
      'content-type': 'message/rfc822',
      'x-amz-checksum-sha256': Buffer.alloc(32, 0xff).toString('base64'),
    });
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe('https://evidence.s3.cn-north-1.amazonaws.com.cn/mail/relay/ab');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      'X-Amz-Credential': 'AKIAIOSFODNN7EXAMPLE/20261120/cn-north-1/s3/aws4_request',
      'X-Amz-Date': '20261120T130300Z',
      'X-Amz-Expires': '900',
      'X-Amz-Security-Token': 'a+b/c=',
      'X-Amz-SignedHeaders': 'content-length;content-type;host;x-amz-checksum-sha256',
    });
    const longer = await sign({ ...upload, bytes: 13 }, 900, '2026-11-20T13:03:00.000Z');
    expect(new URL(longer.url).searchParams.get('X-Amz-Signature')).not.toBe(searchParams.get('X-Amz-Signature'));
  });
});
