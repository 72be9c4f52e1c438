// Receives the calls of Huiyin (docs/partners.md#callbacks): node receive.mjs, with WEBHOOK_SECRET=whsec_… and PORT.
// Verifies first, over the bytes as they came; answers at once; does the work later.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const FIVE_MINUTES = 300;

/** Whether one of the signatures is of these bytes, by this secret, within five minutes of now (seconds since 1970). */
export function isSigned(headers, body, secret, now) {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures = '' } = headers;
  if (!id || !/^\d+$/.test(timestamp ?? '') || Math.abs(now - Number(timestamp)) > FIVE_MINUTES) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const right = Buffer.from(createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64'));
  return signatures
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => Buffer.from(signature.slice(3)))
    .some((given) => given.length === right.length && timingSafeEqual(given, right));
}

/** Answers 204 for what is rightly signed, also when it comes again; `take` is told each message once. */
export function receiver(secret, take, seen = new Set(), now = () => Date.now() / 1000) {
  return createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (!isSigned(request.headers, body, secret, now())) return response.writeHead(401).end();
      // Keep ids for a week in your database: a call is made again for three days.
      const id = request.headers['webhook-id'];
      if (!seen.has(id)) take(JSON.parse(body.toString('utf8')));
      seen.add(id);
      response.writeHead(204).end();
    });
  });
}

if (process.env.WEBHOOK_SECRET) {
  const show = ({ type, data }) => process.stdout.write(`${type} ${data.externalId} ${data.statusText}\n`);
  receiver(process.env.WEBHOOK_SECRET, show).listen(Number(process.env.PORT ?? 8080));
}
