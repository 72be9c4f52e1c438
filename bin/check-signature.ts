import { readArguments, refuse } from './arguments.ts';
import { bytesOf } from './bytes.ts';
import { explainSignature } from './signatures/explain-signature.ts';

const USAGE = `usage: npm run check-signature -- --secret whsec_… [--secret whsec_…] -H 'webhook-id: …' -H 'webhook-timestamp: …' -H 'webhook-signature: …' [-H 'content-type: …'] [--now INSTANT] FILE
Says what is wrong with the signature of a request: FILE holds its body, byte for byte ("-": what comes in).
--secret  or WEBHOOK_SECRET in the environment, several separated by blanks
-H        as they were sent; the content-type decides whether the bytes reach us as they are
--now     when the request came; now by default`;

const { values, positionals } = readArguments(process.argv.slice(2), {
  usage: USAGE,
  options: {
    secret: { type: 'string', multiple: true },
    header: { type: 'string', short: 'H', multiple: true, default: [] },
    now: { type: 'string', default: new Date().toISOString() },
  },
  positionals: [1, 1],
});

const secrets = values.secret ?? process.env.WEBHOOK_SECRET?.split(' ') ?? refuse('a secret is needed', USAGE);
const nowMs = Date.parse(values.now);
if (Number.isNaN(nowMs)) refuse(`${values.now} is no time`, USAGE);

const findings = explainSignature({
  secrets,
  headers: Object.fromEntries(values.header.map(headerOf)),
  body: bytesOf(positionals[0] ?? ''),
  nowMs,
});
for (const { isWrong, says } of findings) console.log(`${isWrong ? 'WRONG' : 'ok   '} ${says}`);
if (findings.some(({ isWrong }) => isWrong)) process.exitCode = 1;

function headerOf(line: string): [name: string, value: string] {
  const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? refuse(`"${line}" is no header`, USAGE);
  return [name.trim().toLowerCase(), value.trim()];
}
