import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { s3MailUploads } from '../../../adapters/s3/signed-url.ts';
import { startBroker } from '../../../local/aws/broker.ts';
import { startS3Listener } from '../../../local/aws/s3-listener.ts';
import { EVIDENCE_PATH } from '../../../local/aws/signed-requests.ts';
import { simulatedClock } from '../../../local/clock.ts';
import { mailUploads } from '../../../local/outside/mail-uploads.ts';
import { listening } from '../../../local/ports.ts';
import { Refusal } from '../../../local/refusal.ts';

const region = 'ap-southeast-1';
const NOW = '2026-11-20T13:03:00.000Z';
const access = { region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, forcePathStyle: true };
const clock = simulatedClock(NOW);
const broker = await startBroker(region, clock);
const door = await startS3Listener(new S3Client({ ...access, endpoint: broker.endpoint }), broker.endpoint);
const s3 = new S3Client({ ...access, endpoint: door.endpoint });

let url = '';
const server = createServer((request, response) => {
  mailUploads(
    { origin: url, path: EVIDENCE_PATH, bucket: 'evidence', region, accessKeyId: 'local', admit: () => {} },
    s3,
    clock,
  )(request, response).catch((error) => {
    response.writeHead(error instanceof Refusal ? error.status : 500).end();
  });
});
beforeAll(async () => {
  url = `http://127.0.0.1:${await listening(server, 0, 'uploads')}`;
  await fetch(`${broker.endpoint}/evidence`, { method: 'PUT' });
});
afterAll(async () => {
  server.close();
  await door.stop();
  await broker.stop();
});

const MAIL = Buffer.from('Subject: x\r\n\r\ny\r\n');

function offered(mail: Buffer, now = NOW) {
  const sha256 = createHash('sha256').update(mail).digest('hex');
  const sign = s3MailUploads(s3, `${url}${EVIDENCE_PATH}`);
  return sign({ key: `mail/relay/${sha256}`, bytes: mail.length, sha256 }, 900, now);
}

const put = async (to: string, headers: Record<string, string>, body: Buffer) =>
  (await fetch(to, { method: 'PUT', headers, body: new Uint8Array(body) })).status;

describe('an address that was signed for one mail', () => {
  it.each([MAIL.length, 12_000_000])('takes it and keeps it byte for byte, at %i bytes', async (length) => {
    const mail = Buffer.alloc(length, MAIL);
    const offer = await offered(mail);
    expect(await put(offer.url, offer.headers, mail)).toBe(200);
    const key = new URL(offer.url).pathname.slice(EVIDENCE_PATH.length);
    const kept = await fetch(`${broker.endpoint}/evidence/${key}`);
    expect(Buffer.from(await kept.arrayBuffer()).equals(mail)).toBe(true);
  });

  it('takes nothing else: other words, another length, another place, another way, or too late', async () => {
    const { url: to, headers } = await offered(MAIL);
    const other = Buffer.from(MAIL.toString().toUpperCase());
    expect(await put(to, headers, other)).toBe(400);
    const longer = Buffer.concat([MAIL, MAIL]);
    expect(await put(to, { ...headers, 'content-length': String(longer.length) }, longer)).toBe(403);
    expect(await put(to.replace('mail/relay', 'mail/other'), headers, MAIL)).toBe(403);
    expect(await put(to.replace('X-Amz-Expires=900', 'X-Amz-Expires=9000'), headers, MAIL)).toBe(403);
    expect((await fetch(to, { headers: { 'x-amz-checksum-sha256': headers['x-amz-checksum-sha256'] } })).status).toBe(
      403,
    );
    const old = await offered(MAIL, '2026-11-20T12:47:59.000Z');
    expect(await put(old.url, old.headers, MAIL)).toBe(403);
  });
});
