import { spawnSync } from 'node:child_process';
import { signatureOf } from '../adapters/webhooks/standard-webhooks.ts';
import { FOLLOWING, LISTS, REFUSING, TAKING } from './acceptance/checks.ts';
import { must, type Trial } from './acceptance/trial.ts';
import { readArguments, refuse } from './arguments.ts';

const USAGE = `usage: npm run accept -- --url URL --partner NAME --secret whsec_… [--signer COMMAND]
Tries an integration against a sandbox: what is taken, what is refused and how, follow-ups, lists. It makes some ten complaints there, marked 【接口验收】.
--secret  or WEBHOOK_SECRET in the environment
--signer  your own program, to be tried in place of ours: it gets the body on stdin, WEBHOOK_ID, WEBHOOK_TIMESTAMP and WEBHOOK_SECRET in its
          environment, and prints the value of webhook-signature`;

const { values } = readArguments(process.argv.slice(2), {
  usage: USAGE,
  options: {
    url: { type: 'string' },
    partner: { type: 'string' },
    secret: { type: 'string' },
    signer: { type: 'string' },
  },
});
const { partner, secret = process.env.WEBHOOK_SECRET, signer } = values;
if (!values.url || !partner || !secret) refuse('an address, a partner and its secret are needed', USAGE);
const url = values.url.replace(/\/$/, '');

function sign({ id, timestamp, body }: Parameters<Trial['sign']>[0]): string {
  if (signer === undefined) return `v1,${signatureOf(secret!, id, timestamp, body)}`;
  const env = { ...process.env, WEBHOOK_ID: id, WEBHOOK_TIMESTAMP: timestamp, WEBHOOK_SECRET: secret };
  const { status, stdout, stderr } = spawnSync(signer, { shell: true, input: body, env, encoding: 'utf8' });
  must(status === 0, `the signer ends with ${status}: ${stderr.trim().split('\n').at(-1)}`);
  return stdout.trim();
}

/** How far the time of the sandbox is ahead. The one on your own machine has a simulated clock. */
async function aheadMs(): Promise<number> {
  const response = await fetch(`${url}/_local/clock`);
  if (!response.ok) return 0;
  const { now } = (await response.json()) as { now: string };
  return Date.parse(now) - Date.now();
}

let failed = 0;

async function tell(name: string, check: () => Promise<string | undefined>): Promise<void> {
  try {
    const note = await check();
    console.log(`ok    ${name}${note ? ` (${note})` : ''}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILS ${name}: ${(error as Error).message}`);
  }
}

await tell('the service is there, and your clock is right', async () => {
  const { status, headers } = await fetch(`${url}/v1/health`);
  must(status === 200, `answers ${status}`);
  const off = Math.round((Date.now() - Date.parse(headers.get('date') ?? '')) / 1000);
  must(!(Math.abs(off) > 300), `your clock is ${off} seconds off: signatures hold for 300`);
  return `${off} seconds off`;
});
if (failed > 0) {
  console.log(`nothing else can be tried at ${url}`);
  process.exit(1);
}
const trial: Trial = { url, partner, sign, aheadMs: await aheadMs(), run: Date.now().toString(36) };
for (const { name, run } of [...TAKING, ...REFUSING, ...FOLLOWING, ...LISTS]) await tell(name, () => run(trial));
console.log(
  failed === 0 ? 'accepted. What only you can try is listed in docs/integrators.md' : `${failed} checks fail`,
);
if (failed > 0) process.exitCode = 1;
