import { GetObjectCommand, type GetObjectCommandOutput, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { phonePhoto } from '../support/photos.ts';
import { call, demoProvince } from './support/running.ts';

const running = demoProvince('2026-11-20T13:03:00.000Z');
const MEGABYTE = 1024 * 1024;

interface Offer {
  readonly key: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

async function offer(): Promise<Offer> {
  const { status, json } = await call(running(), 'POST', '/v1/uploads', { body: { mediaType: 'image/jpeg' } });
  expect(status).toBe(200);
  return json;
}

/** As a program sends it: the fields, then the file. */
async function upload({ action, fields }: Offer, bytes: Buffer, changes: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changes })) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(bytes)]), 'IMG_0001.JPG');
  return (await fetch(action, { method: 'POST', body: form })).status;
}

async function evidence(key: string): Promise<GetObjectCommandOutput> {
  const { environment } = running();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = environment.AWS_ENDPOINT_URL_S3!;
  const s3 = new S3Client({ region: environment.AWS_REGION!, endpoint, credentials, forcePathStyle: true });
  return s3.send(new GetObjectCommand({ Bucket: environment.EVIDENCE_BUCKET_NAME, Key: key }));
}

describe('a photo that a program sends along', () => {
  it('of ten megabytes goes past Lambda into the inbox, and is evidence, clean, once a complaint names it', async () => {
    const offered = await offer();
    const photo = Buffer.concat([phonePhoto(), Buffer.alloc(10 * MEGABYTE)]);
    expect(await upload(offered, photo)).toBe(204);
    await running().drain();
    await expect(evidence(offered.key)).rejects.toThrow();

    const attachments = [{ name: '现场.jpg', mediaType: 'image/jpeg', key: offered.key }];
    const { status } = await call(running(), 'POST', '/v1/complaints', { body: { text: '臭。', attachments } });
    expect(status).toBe(202);
    await running().drain();
    const { Body, ContentType, Metadata } = await evidence(offered.key);
    const kept = Buffer.from(await Body!.transformToByteArray());
    expect([ContentType, Metadata]).toEqual(['image/jpeg', { 'taken-at': '2026-11-20 21:03' }]);
    expect(kept.length).toBeLessThan(1_000);
    expect(kept.includes('Secret')).toBe(false);
  });

  it('is not exchanged by the same form once a complaint has named it', async () => {
    const offered = await offer();
    const name = (text: string) => {
      const attachments = [{ name: '现场.jpg', mediaType: 'image/jpeg', key: offered.key }];
      return call(running(), 'POST', '/v1/complaints', { body: { text, attachments } });
    };
    const seen = async () => Buffer.from(await (await evidence(offered.key)).Body!.transformToByteArray());
    expect(await upload(offered, phonePhoto())).toBe(204);
    await name('油烟。');
    await running().drain();
    const before = await seen();
    expect(await upload(offered, Buffer.concat([Buffer.from('<html>'), Buffer.alloc(9 * MEGABYTE)]))).toBe(204);
    await name('噪声。');
    await running().drain();
    expect((await seen()).equals(before)).toBe(true);
  });

  it.each([
    ['longer than the form allows', 20 * MEGABYTE + 1, {}, 400],
    ['under another key', 1, { key: 'uploads/AAAAAAAAAAAAAAAAAAAAAA' }, 403],
    ['for a complaint of its own choice', 1, { 'x-amz-meta-receipt': 'QH-0000-0000-0001' }, 403],
    ['as something else', 1, { 'Content-Type': 'text/html' }, 403],
    ['under a policy of its own', 1, { Policy: Buffer.from('{"conditions":[]}').toString('base64') }, 403],
  ])('%s is refused', async (_, length, changes, status) => {
    expect(await upload(await offer(), Buffer.alloc(length), changes)).toBe(status);
  });

  it('comes too late after two hours', async () => {
    const offered = await offer();
    await running().advanceTo('2026-11-20T15:30:00.000Z');
    expect(await upload(offered, phonePhoto())).toBe(403);
  });
});
