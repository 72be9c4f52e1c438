import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isSignedBy } from '../../../adapters/webhooks/standard-webhooks.ts';
import { receiptFor } from '../../../domain/receipt.ts';
import { createHandler as acceptEmail } from '../../../functions/accept-email/handler.ts';
import { createHandler as acceptRelay } from '../../../functions/accept-mail-relay/handler.ts';
import { createHandler as offerUpload } from '../../../functions/offer-mail-upload/handler.ts';
import { createHandler as recordBounces } from '../../../functions/record-bounces/handler.ts';
import { sha256 } from '../../../functions/shared/digest.ts';
import { mailIntake } from '../../support/mail-intake.ts';
import { batchOf, consoleOf } from '../../support/messages.ts';
import { SECRET, signedHeaders } from '../../support/signing.ts';
import { newWorld, rules } from '../../support/world.ts';
import { way } from '../fuzz.ts';
import { mutated, mutatedJson, oddText, PRIVATE } from '../mutations.ts';
import { answerTo, workOff } from '../promises.ts';
import { AMAZON_EVENTS, MAILS } from '../samples.ts';

const created = (key: string, size: number) => ({
  Records: [{ eventName: 'ObjectCreated:Put', s3: { object: { key, size } } }],
});

/** A mail becomes a complaint, which keeps the way to its bytes; or it came from a program, and stays in the bucket. */
const mails = way('mail', mutated(MAILS), async (raw) => {
  const deps = mailIntake();
  await deps.evidence.put('mail/1', raw, 'message/rfc822');
  let logged = '';
  await workOff(async () => {
    const left: Awaited<ReturnType<ReturnType<typeof acceptEmail>>>[] = [];
    logged = await consoleOf(async () => {
      left.push(await acceptEmail(deps)(batchOf([created('mail/1', raw.length)])));
    });
    return left[0]!;
  });
  const [kept, ...more] = deps.vault.all();
  assert.deepEqual(more, []);
  assert.ok(kept || logged.includes('AutomaticMail'), 'neither kept nor counted');
  if (!kept) return;
  assert.deepEqual(kept.original, { mediaType: 'message/rfc822', key: 'mail/1' });
  for (const { key } of kept.attachments) if (key) await deps.evidence.read(key);
  assert.ok(
    Buffer.byteLength(JSON.stringify({ ...kept, quoted: undefined })) < 400 * 1024,
    'no item of the vault holds that',
  );
});

const notices = way(
  'S3 and SES events on the mail queue',
  fc.oneof(mutatedJson(AMAZON_EVENTS), oddText),
  async (body) => {
    const deps = mailIntake();
    for (const key of ['mail/a b', 'mail/1']) await deps.evidence.put(key, MAILS[0]!, 'message/rfc822');
    const read = async (key: string) => deps.evidence.read(key).catch(() => MAILS[0]!);
    const evidence = { ...deps.evidence, read };
    await workOff(() => acceptEmail({ ...deps, evidence })(batchOf([body.toString()])));
  },
);

const relay = async () => ({ secrets: [SECRET] });
const relayed = fc.tuple(mutated(MAILS), fc.boolean(), fc.oneof(fc.constant('message/rfc822'), oddText));

const relays = way('mail relay', relayed, async ([body, signs, type]) => {
  const { evidence } = mailIntake();
  const headers = { 'content-type': type, ...(signs ? signedHeaders(body) : { 'webhook-signature': type }) };
  const { status, json } = await answerTo(acceptRelay({ relay, isSignedBy, evidence }), { body, headers });
  assert.deepEqual(evidence.keys(), status === 202 ? [`mail/relay/${json.id}`] : []);
  if (status === 202) assert.deepEqual(Buffer.from(await evidence.read(evidence.keys()[0]!)), body);
});

const signUpload = async () => ({ url: 'https://evidence.example/x', headers: {} });
const LONG_MAILS = [{ bytes: 30_000_000, sha256: 'ab'.repeat(32) }];

const uploads = way('upload of a long mail', fc.tuple(mutatedJson(LONG_MAILS), fc.boolean()), async ([body, signs]) => {
  const headers = { 'content-type': 'application/json', ...(signs ? signedHeaders(body) : {}) };
  const { status, json } = await answerTo(offerUpload({ relay, isSignedBy, signUpload }), { body, headers });
  assert.equal(status === 200, signs && status !== 400 && status !== 413);
  if (status === 200) assert.match(json.id, /^[0-9a-f]{64}$/);
});

/** The letter of acceptance to the only complainant. */
const LETTER = `${receiptFor('QH', sha256('web\nform-1'))}#2#complainant`;
const bounced = (bounceType: string) => ({
  notificationType: 'Bounce',
  bounce: { bounceType, bouncedRecipients: [{ emailAddress: 'qian@citizen.example' }], feedbackId: 'f-1' },
  mail: { messageId: 'm-1', headers: [{ name: 'X-Huiyin-Notice', value: LETTER }] },
});
const REPORTS = [
  ...AMAZON_EVENTS,
  bounced('Permanent'),
  bounced('Transient'),
  { Type: 'Notification', Message: JSON.stringify(bounced('Permanent')) },
];

/** A letter went out to a complainant; then anything may be said of it. */
const feedback = way('bounces and complaints', fc.oneof(mutatedJson(REPORTS), oddText), async (body) => {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  await world.order('2026-06-02 10:00', 'county', receipt, { type: 'accept' });
  const { cases, deliveries, incidents } = world;
  const { suppressions, setAside, letters } = mailIntake();
  const noticeQueue = { send: async () => {} };
  const kept = { ...world.keep, cases, deliveries, incidents, suppressions };
  const deps = { ...kept, setAside, noticeQueue, rules: rules(), staff: () => new Set<string>() };
  await workOff(() => recordBounces(deps)(batchOf([body.toString()])));
  assert.ok(letters.every(({ reason }) => !reason.includes(PRIVATE)));
});

export const MAIL = [mails, notices, relays, uploads, feedback];
