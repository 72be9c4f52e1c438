import { randomUUID } from 'node:crypto';
import { signatureOf } from '../adapters/webhooks/standard-webhooks.ts';
import { readArguments, refuse } from './arguments.ts';
import { bytesOf } from './bytes.ts';
import { isSpoilt } from './signatures/gateway-body.ts';

const USAGE = `usage: npm run sign -- --secret whsec_… [--id ID] [--timestamp SECONDS|INSTANT] [--url URL] [--type MEDIA/TYPE] FILE
Prints the three headers of Standard Webhooks for the bytes of FILE ("-": what comes in), and a curl line that sends them.
--secret     or WEBHOOK_SECRET in the environment, where nobody reads it over a shoulder
--id         the same for every attempt to send one message; a new one by default
--timestamp  now by default; the local stack has its own time: GET /_local/clock`;

const { values, positionals } = readArguments(process.argv.slice(2), {
  usage: USAGE,
  options: {
    secret: { type: 'string' },
    id: { type: 'string', default: `msg_${randomUUID()}` },
    timestamp: { type: 'string', default: new Date().toISOString() },
    url: { type: 'string', default: 'http://127.0.0.1:3000/v1/channels/partners/hotline-12345' },
    type: { type: 'string', default: 'application/json' },
  },
  positionals: [1, 1],
});

const { secret = process.env.WEBHOOK_SECRET, id, url, type } = values;
const [file = ''] = positionals;
const body = bytesOf(file);
if (!secret) refuse('a secret is needed', USAGE);
if (!/^[\x21-\x2d\x2f-\x7e]{1,256}$/.test(id))
  refuse('an id is 1 to 256 printable ASCII characters, none of them a dot', USAGE);

if (isSpoilt(type, body))
  refuse(
    `the gateway takes ${type} for UTF-8, which ${file} is not: sign it with --type application/octet-stream`,
    USAGE,
  );

const timestamp = secondsOf(values.timestamp);
const headers = {
  'content-type': type,
  'webhook-id': id,
  'webhook-timestamp': timestamp,
  'webhook-signature': `v1,${signatureOf(secret, id, timestamp, body)}`,
};
for (const [name, value] of Object.entries(headers)) console.log(`${name}: ${value}`);
const lines = Object.entries(headers).map(([name, value]) => `  -H '${name}: ${value}'`);
console.log(
  ['', `curl -sS -X POST '${url}'`, ...lines, `  --data-binary @${file}`].join(' \\\n').replace(' \\\n', '\n'),
);

function secondsOf(time: string): string {
  const seconds = /^\d+$/.test(time) ? Number(time) : Math.floor(Date.parse(time) / 1000);
  return Number.isNaN(seconds) ? refuse(`${time} is no time`, USAGE) : String(seconds);
}
