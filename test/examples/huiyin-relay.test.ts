import { execFile, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryEvidence } from '../../adapters/memory/evidence.ts';
import { isSignedBy } from '../../adapters/webhooks/standard-webhooks.ts';
import { createHandler as acceptRelay } from '../../functions/accept-mail-relay/handler.ts';
import { createHandler as offerUpload } from '../../functions/offer-mail-upload/handler.ts';
import { listening } from '../../local/ports.ts';
import { requestEvent } from '../support/intake.ts';
import { SECRET } from '../support/signing.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'examples', 'postfix', 'huiyin-relay.sh');
const canRun = ['sh', 'curl', 'openssl'].every((tool) => spawnSync(tool, ['-c', ':']).error === undefined);

const evidence = memoryEvidence();
const folder = mkdtempSync(join(tmpdir(), 'huiyin-relay-'));
let base = '';

const bodyOf = async (request: IncomingMessage) => Buffer.concat(await Array.fromAsync<Buffer>(request));

/** The two doors of the mail relay, and a bucket that looks at the checksum. */
const server = createServer(async (request, response) => {
  const body = await bodyOf(request);
  if (request.method === 'PUT') {
    const isRight = createHash('sha256').update(body).digest('base64') === request.headers['x-amz-checksum-sha256'];
    if (isRight) await evidence.put(request.url!.slice(1), body, String(request.headers['content-type']));
    return response.writeHead(isRight ? 200 : 400).end();
  }
  const deps = { relay: async () => ({ secrets: [SECRET] }), isSignedBy, evidence };
  const signUpload = async ({ key, sha256 }: { key: string; sha256: string }) => {
    const headers = { 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') };
    return { url: `${base}/${key}`, headers };
  };
  const handler = request.url === '/mail' ? acceptRelay(deps) : offerUpload({ ...deps, signUpload });
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const answer = await handler(requestEvent({ headers, body, at: Date.now() }), {} as Context);
  response.writeHead(answer.statusCode!).end(answer.body);
});

beforeAll(async () => {
  base = `http://127.0.0.1:${await listening(server, 0, 'relay')}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Hands a mail to the script as Postfix does; gives how it ended. */
function relay(mail: Buffer, { secret = SECRET, url = `${base}/mail` } = {}): Promise<number> {
  const settings = join(folder, 'settings');
  writeFileSync(settings, `HUIYIN_URL=${url}\nHUIYIN_SECRET=${secret}\n`);
  return new Promise((resolve) => {
    const child = execFile(SCRIPT, { env: { ...process.env, HUIYIN_RELAY_CONF: settings } }, (error) =>
      resolve(error ? Number(error.code) : 0),
    );
    child.stdin!.on('error', () => {});
    child.stdin!.end(mail);
  });
}

const kept = async (mail: Buffer) => {
  const key = `mail/relay/${createHash('sha256').update(mail).digest('hex')}`;
  return evidence.keys().includes(key) && Buffer.from(await evidence.read(key)).equals(mail);
};

describe.skipIf(!canRun)('the relay for Postfix', () => {
  it('hands in a short mail by request and a long one by upload, byte for byte', async () => {
    for (const bytes of [1, 70, 4_500_000, 4_500_001]) {
      const mail = randomBytes(bytes);
      expect(await relay(mail)).toBe(0);
      expect(await kept(mail)).toBe(true);
    }
  });

  it('has the sender told of a mail that is too long, and tries everything else again', async () => {
    const [EX_DATAERR, EX_TEMPFAIL] = [65, 75];
    expect(await relay(Buffer.alloc(45_000_001))).toBe(EX_DATAERR);
    const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    expect(await relay(Buffer.from('x'), { secret: other })).toBe(EX_TEMPFAIL);
    expect(await relay(Buffer.from('x'), { url: 'http://127.0.0.1:1/mail' })).toBe(EX_TEMPFAIL);
  });
});
