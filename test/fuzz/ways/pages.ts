import assert from 'node:assert/strict';
import fc from 'fast-check';
import { memoryAwaitedUploads } from '../../../adapters/memory/awaited-uploads.ts';
import { memoryEvidence } from '../../../adapters/memory/evidence.ts';
import { cleanPhoto } from '../../../adapters/photos/clean-photo.ts';
import { factsOf } from '../../../adapters/photos/photo-facts.ts';
import { stripPosition } from '../../../adapters/photos/strip-position.ts';
import { createHandler as acceptSupplement } from '../../../functions/accept-supplement-form/handler.ts';
import { createHandler as acceptForm } from '../../../functions/accept-web-form/handler.ts';
import { createHandler as cleanPhotos } from '../../../functions/clean-photo/handler.ts';
import { createHandler as offerUpload } from '../../../functions/offer-upload/handler.ts';
import { createHandler as servePhotoPage } from '../../../functions/serve-photo-page/handler.ts';
import { createHandler as showProgress } from '../../../functions/show-progress-page/handler.ts';
import { batchOf, desk } from '../../support/messages.ts';
import { formOf, pagesWorld } from '../../support/pages.ts';
import { bareJpeg, heic, phonePhoto, png, webp } from '../../support/photos.ts';
import { newWorld } from '../../support/world.ts';
import { way } from '../fuzz.ts';
import { MARKUP, mutated, mutatedJson, oddText, PRIVATE } from '../mutations.ts';
import { answerTo, pageTo, workOff } from '../promises.ts';

const RECEIPT = 'QH-0000-0000-0001';
const CODE = 'ABCD1234';
const query = {
  receipt: RECEIPT,
  queryCode: CODE,
  receivedAt: '2026-11-20T13:00:00.000Z',
  answerBy: '2026-12-05T16:00:00.000Z',
};
const complaints = { readQuery: async (asked: string) => (asked === RECEIPT ? query : undefined) };

const COMPLAINT = {
  ...{
    key: 'key-00000000000000000001',
    text: `夜间施工，电话${PRIVATE}`,
    division: '990102',
    address: '新河路12号',
    target: `某工地${MARKUP}`,
  },
  ...{
    occurredAt: '昨晚',
    name: '李测试',
    phone: PRIVATE,
    email: 'a@example.com',
    latitude: '31.2',
    longitude: '121.4',
    identity: 'anonymous',
    subject_line: '',
  },
};
const PROVEN = {
  key: 'key-00000000000000000002',
  receipt: RECEIPT,
  queryCode: CODE,
  text: `又有了${MARKUP}`,
  only: 'photo',
};

/** A form as a browser sends it with some of its fields changed, or its bytes. */
function typed(fields: Readonly<Record<string, string>>) {
  const some = fc.dictionary(fc.constantFrom(...Object.keys(fields), '__proto__'), oddText, {
    maxKeys: 4,
    noNullPrototype: true,
  });
  const encoded = (form: Readonly<Record<string, string>>) => Buffer.from(new URLSearchParams(form).toString());
  return fc.oneof(
    some.map((changes) => encoded({ ...fields, ...changes })),
    mutated([encoded(fields)]),
  );
}

const asForm = (body: Uint8Array) => ({ ...formOf({}), body });

const form = way('page: complaint form', typed(COMPLAINT), async (body) => {
  const world = pagesWorld();
  const { status, text } = await pageTo(acceptForm(world), asForm(body));
  const [kept, ...more] = world.vault.all();
  assert.deepEqual(more, []);
  assert.equal(status === 200, kept !== undefined);
  if (kept) assert.ok(text.includes(kept.receipt) && text.includes(kept.queryCode), 'the receipt is not shown');
});

const supplement = way('page: supplement', typed(PROVEN), async (body) => {
  const world = { ...pagesWorld(), complaints };
  const { status } = await pageTo(acceptSupplement(world), asForm(body));
  for (const { follows } of world.vault.all()) assert.deepEqual(follows, { to: RECEIPT, as: 'supplement' });
  assert.ok(status === 200 || world.vault.all().length === 0);
});

const progress = way('page: progress', typed(PROVEN), async (body) => {
  const { cases } = newWorld();
  await pageTo(showProgress({ ...pagesWorld(), complaints, cases }), asForm(body));
});

const PHOTOS = [phonePhoto(), bareJpeg, png, webp, heic];
const KEY = 'uploads/AAAAAAAAAAAAAAAAAAAAAA';
const CLEANING = {
  ...{ clean: cleanPhoto, stripPosition },
  takeAnother: async () => true,
  awaited: memoryAwaitedUploads(),
};
const upload = (bytes: Uint8Array) => ({ bytes, receipt: RECEIPT, offeredUntil: '2026-11-20T14:00:00.000Z' });

/** Whatever was sent as a photo becomes evidence and a supplement; what a camera says of its owner is gone. */
const photos = way('photo', mutated(PHOTOS), async (bytes) => {
  const [world, evidence] = [pagesWorld(), memoryEvidence()];
  const inbox = { read: async () => upload(bytes) };
  const came = { Records: [{ eventName: 'ObjectCreated:Post', s3: { object: { key: KEY, size: 1 } } }] };
  await workOff(() => cleanPhotos({ ...world, ...desk(), ...CLEANING, evidence, inbox })(batchOf([came])));
  assert.deepEqual(
    world.vault.all().map(({ attachments }) => attachments[0]?.key),
    evidence.keys(),
  );
});

const orders = way(
  'upload orders',
  fc.oneof(
    mutatedJson([
      { upload: KEY },
      { Records: [{ eventName: 'ObjectCreated:Put', s3: { object: { key: 'uploads/a+b%E4%BD', size: 7 } } }] },
    ]),
    oddText,
  ),
  async (body) => {
    const inbox = { read: async () => upload(bareJpeg) };
    const handler = cleanPhotos({ ...pagesWorld(), ...desk(), ...CLEANING, evidence: memoryEvidence(), inbox });
    await workOff(() => handler(batchOf([body.toString()])));
  },
);

const shown = fc.tuple(mutated(PHOTOS), fc.oneof({ arbitrary: fc.constant(KEY), weight: 4 }, oddText), fc.boolean());

const places = way('page: photo', shown, async ([bytes, key, isPosted]) => {
  const world = pagesWorld();
  const inbox = { peek: async (asked: string) => (asked === KEY ? upload(bytes) : undefined) };
  const handler = servePhotoPage({ ...world, inbox, positionOf: (photo) => factsOf(photo).position });
  await pageTo(handler, isPosted ? formOf({ key }) : { method: 'GET', query: { key } });
  for (const { location } of world.vault.all())
    assert.ok(Math.abs(location!.latitude) <= 90 && Math.abs(location!.longitude) <= 180);
});

const offers = way('upload offer', mutatedJson([{ mediaType: 'image/jpeg' }]), async (body) => {
  await answerTo(offerUpload(pagesWorld()), { body, headers: { 'content-type': 'application/json' } });
});

export const PAGES = [form, supplement, progress, photos, orders, places, offers];
