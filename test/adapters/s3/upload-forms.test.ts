import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { signatureOf } from '../../../adapters/s3/signature.ts';
import { s3UploadForms } from '../../../adapters/s3/upload-forms.ts';

const NOW = '2026-11-20T13:03:00.000Z';
const client = new S3Client({
  region: 'cn-north-1',
  credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'session' },
});
const forms = s3UploadForms(client, { bucketName: 'inbox', address: 'https://inbox.s3.cn-north-1.amazonaws.com.cn/' });
const rule = { key: 'uploads/a', mediaType: 'image/jpeg', until: '2026-11-20T15:03:00.000Z' };

const policyOf = ({ fields }: { fields: Readonly<Record<string, string>> }) =>
  JSON.parse(Buffer.from(fields.Policy!, 'base64').toString());

describe('a form for one upload', () => {
  it('is signed as Amazon signs its own example', () => {
    // "Example: Browser-Based Upload using HTTP POST" of the S3 API reference, whose policy is CRLF-separated; only its
    // signature is checked here.
    const scope = ['20151229', 'us-east-1', 's3', 'aws4_request'];
    const policy =
      'eyAiZXhwaXJhdGlvbiI6ICIyMDE1LTEyLTMwVDEyOjAwOjAwLjAwMFoiLA0KICAiY29uZGl0aW9ucyI6IFsNCiAgICB7ImJ1Y2tldCI6ICJzaWd2NGV4YW1wbGVidWNrZXQifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRrZXkiLCAidXNlci91c2VyMS8iXSwNCiAgICB7ImFjbCI6ICJwdWJsaWMtcmVhZCJ9LA0KICAgIHsic3VjY2Vzc19hY3Rpb25fcmVkaXJlY3QiOiAiaHR0cDovL3NpZ3Y0ZXhhbXBsZWJ1Y2tldC5zMy5hbWF6b25hd3MuY29tL3N1Y2Nlc3NmdWxfdXBsb2FkLmh0bWwifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRDb250ZW50LVR5cGUiLCAiaW1hZ2UvIl0sDQogICAgeyJ4LWFtei1tZXRhLXV1aWQiOiAiMTQzNjUxMjM2NTEyNzQifSwNCiAgICB7IngtYW16LXNlcnZlci1zaWRlLWVuY3J5cHRpb24iOiAiQUVTMjU2In0sDQogICAgWyJzdGFydHMtd2l0aCIsICIkeC1hbXotbWV0YS10YWciLCAiIl0sDQoNCiAgICB7IngtYW16LWNyZWRlbnRpYWwiOiAiQUtJQUlPU0ZPRE5ON0VYQU1QTEUvMjAxNTEyMjkvdXMtZWFzdC0xL3MzL2F3czRfcmVxdWVzdCJ9LA0KICAgIHsieC1hbXotYWxnb3JpdGhtIjogIkFXUzQtSE1BQy1TSEEyNTYifSwNCiAgICB7IngtYW16LWRhdGUiOiAiMjAxNTEyMjlUMDAwMDAwWiIgfQ0KICBdDQp9';
    expect(signatureOf(policy, 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', scope)).toBe(
      '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
    );
  });

  it('holds its sender to bucket, key, type and length, and to every other field, until its time is over', async () => {
    const form = await forms({ ...rule, receipt: 'QH-0000-0000-0001', returnTo: 'https://site/photos' }, NOW);
    const { expiration, conditions } = policyOf(form);
    expect(expiration).toBe(rule.until);
    expect(conditions).toContainEqual({ bucket: 'inbox' });
    expect(conditions).toContainEqual(['content-length-range', 1, 20 * 1024 * 1024]);
    const { Policy, 'X-Amz-Signature': signature, ...fields } = form.fields;
    for (const [name, value] of Object.entries(fields)) expect(conditions).toContainEqual({ [name]: value });
    expect(Object.keys(fields).toSorted()).toEqual([
      'Content-Type',
      'X-Amz-Algorithm',
      'X-Amz-Credential',
      'X-Amz-Date',
      'X-Amz-Security-Token',
      'key',
      'success_action_redirect',
      'x-amz-meta-offered-until',
      'x-amz-meta-receipt',
    ]);
    expect(fields['X-Amz-Credential']).toBe('AKID/20261120/cn-north-1/s3/aws4_request');
    expect(fields['X-Amz-Date']).toBe('20261120T130300Z');
    expect(signature).toMatch(/^[0-9a-f]{64}$/);
    expect(Policy).toBeDefined();
  });

  it('names no complaint and no way back where there is none', async () => {
    const { fields, action } = await forms(rule, NOW);
    expect(action).toBe('https://inbox.s3.cn-north-1.amazonaws.com.cn/');
    expect(Object.keys(fields).join()).not.toMatch(/receipt|redirect/);
  });
});
