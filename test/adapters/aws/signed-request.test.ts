import { describe, expect, it } from 'vitest';
import { type AwsRequest, awsAsker, signedHeaders } from '../../../adapters/aws/signed-request.ts';

const KEY = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};

describe('a request to AWS', () => {
  it('is signed as the example in the manual of IAM is', () => {
    const request = {
      service: 'iam' as AwsRequest['service'],
      method: 'GET',
      path: '/',
      contentType: 'application/x-www-form-urlencoded; charset=utf-8',
    } as const;
    const url = new URL('https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08');
    const { authorization } = signedHeaders(request, url, KEY, '2015-08-30T12:36:00.000Z');
    expect(authorization).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    );
  });

  it.each([
    ['cn-north-1', 'https://lambda.cn-north-1.amazonaws.com.cn/2015-03-31/functions/?MaxItems=1'],
    ['ap-southeast-1', 'https://lambda.ap-southeast-1.amazonaws.com/2015-03-31/functions/?MaxItems=1'],
  ])('goes to the service in its own region, %s, with the token of a session', async (region, address) => {
    const sent: { url: string; headers: Headers }[] = [];
    const credentials = async () => ({ accessKeyId: 'A', secretAccessKey: 'B', sessionToken: 'C' });
    const signer = { config: { credentials, region: async () => region } };
    const ask = awsAsker(
      signer,
      {},
      () => '2026-12-01T00:00:00.000Z',
      async (url, init) => {
        sent.push({ url: String(url), headers: new Headers(init?.headers) });
        return new Response('{}');
      },
    );
    await ask({ service: 'lambda', method: 'GET', path: '/2015-03-31/functions/', parameters: { MaxItems: '1' } });
    expect(sent[0]!.url).toBe(address);
    expect(sent[0]!.headers.get('x-amz-security-token')).toBe('C');
    expect(sent[0]!.headers.get('authorization')).toContain('SignedHeaders=host;x-amz-date;x-amz-security-token');
  });
});
