import assert from 'node:assert/strict';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import fc from 'fast-check';
import { memoryEvidence } from '../../../adapters/memory/evidence.ts';
import { cleanPhoto } from '../../../adapters/photos/clean-photo.ts';
import { factsOf } from '../../../adapters/photos/photo-facts.ts';
import { createHandler as acceptSupplementForm } from '../../../functions/accept-supplement-form/handler.ts';
import { createHandler as acceptWebForm } from '../../../functions/accept-web-form/handler.ts';
import { createHandler as cleanUpload } from '../../../functions/clean-photo/handler.ts';
import { createHandler as showPhoto } from '../../../functions/show-photo/handler.ts';
import { intake, type Request, requestEvent } from '../../support/intake.ts';
import { batchOf, consoleOf, desk } from '../../support/messages.ts';
import { formOf, pagesWorld } from '../../support/pages.ts';
import { heic, phonePhoto, png, webp } from '../../support/photos.ts';
import { way } from '../fuzz.ts';
import { mutated, oddText, PRIVATE } from '../mutations.ts';
import { workOff } from '../promises.ts';

/** If a page ever shows what was typed as it was typed, this becomes an element of it. */
const MARK = '<typed-by-a-stranger>';
const RECEIPT = 'QH-0000-0000-0001';
const KEY = 'uploads/AAAAAAAAAAAAAAAAAAAAAA';

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** People get a page of ours whatever they send, which shows their words as words, and no log repeats them. */
async function pageTo(handler: Handler, request: Request): Promise<number> {
  let answer: APIGatewayProxyStructuredResultV2 = {};
  const logged = await consoleOf(async () => {
    answer = await handler(requestEvent(request), {} as Context);
  });
  const { statusCode = 0, headers, body = '' } = answer;
  assert.ok(statusCode >= 200 && statusCode < 500, `answered ${statusCode}: ${logged}`);
  assert.equal(headers?.['content-type'], 'text/html; charset=utf-8');
  assert.ok(!body.includes(MARK), 'a page shows what was typed as HTML');
  assert.ok(!logged.includes(PRIVATE), 'the log repeats what somebody wrote');
  return statusCode;
}

const bytesOf = (fields: Record<string, string>): Buffer => formOf(fields).body as Buffer;
const FORMS = [
  bytesOf({ key: 'a'.repeat(36), text: `夜里有气味${MARK}`, division: '990102', phone: PRIVATE, target: MARK }),
  bytesOf({ text: '', latitude: '31', longitude: '1e9', identity: 'anonymous', name: `${MARK}"'`, email: PRIVATE }),
];
const body = fc.oneof(
  { arbitrary: mutated(FORMS), weight: 3 },
  { arbitrary: fc.dictionary(fc.constantFrom('text', 'phone', 'key', 'identity'), oddText).map(bytesOf), weight: 1 },
);

const form = way('page form', body, async (bytes) => {
  const world = pagesWorld();
  const status = await pageTo(acceptWebForm(world), { ...formOf({}), body: bytes });
  assert.equal(world.vault.all().length, status === 200 ? 1 : 0);
});

const supplement = way('page supplement', fc.tuple(oddText, oddText, oddText), async ([text, typed, code]) => {
  const world = pagesWorld();
  const query = { receipt: RECEIPT, queryCode: 'ABCD1234', receivedAt: '', answerBy: '' };
  const complaints = { readQuery: async () => query };
  const fields = { text: text + MARK, receipt: typed || RECEIPT, queryCode: code || 'ABCD1234', key: MARK };
  await pageTo(acceptSupplementForm({ ...world, complaints }), formOf(fields));
});

const photos = mutated([phonePhoto(), png, webp, heic]);

const photo = way('photo', photos, async (bytes) => {
  const [world, evidence, { setAside, letters }] = [intake(), memoryEvidence(), desk()];
  const inbox = { read: async () => ({ bytes, receipt: RECEIPT }) };
  const came = { Records: [{ eventName: 'ObjectCreated:Post', s3: { object: { key: KEY } } }] };
  const handler = cleanUpload({ ...world, evidence, inbox, setAside, clean: cleanPhoto });
  await workOff(() => handler(batchOf([came])));
  assert.deepEqual([evidence.keys(), world.vault.all().length, letters.length], [[KEY], 1, 0]);
});

const photoPage = way('page of a photo', photos, async (bytes) => {
  const inbox = { peek: async () => ({ bytes, receipt: RECEIPT, offeredUntil: '2026-11-20T14:00:00.000Z' }) };
  const handler = showPhoto({ ...pagesWorld(), inbox, positionOf: (photoBytes) => factsOf(photoBytes).position });
  assert.equal(await pageTo(handler, { method: 'GET', query: { key: KEY } }), 200);
});

export const PAGES = [form, supplement, photo, photoPage];
