import { describe, expect, it } from 'vitest';
import { factsOf } from '../../adapters/photos/photo-facts.ts';
import { createHandler as offerUpload } from '../../functions/offer-upload/handler.ts';
import { createHandler as servePhotoPage } from '../../functions/serve-photo-page/handler.ts';
import type { Upload } from '../../usecases/intake/keep-upload.ts';
import { send } from '../support/intake.ts';
import { formOf, pagesWorld } from '../support/pages.ts';
import { bareJpeg, phonePhoto } from '../support/photos.ts';

const KEY = 'uploads/AAAAAAAAAAAAAAAAAAAAAA';
const RECEIPT = 'QH-0000-0000-0001';

function photoWorld(upload: Partial<Upload> = {}) {
  const sent: Upload = { bytes: phonePhoto(), receipt: RECEIPT, offeredUntil: '2026-11-20T14:00:00.000Z', ...upload };
  const world = pagesWorld();
  const peek = async (key: string) => (key === KEY ? sent : undefined);
  const handler = servePhotoPage({ ...world, inbox: { peek }, positionOf: (bytes) => factsOf(bytes).position });
  return {
    ...world,
    come: (query: Record<string, string> = { bucket: 'inbox', key: KEY, etag: '"x"' }) =>
      send(handler, { method: 'GET', query, headers: { 'x-forwarded-proto': 'https' } }),
    place: (key = KEY) => send(handler, formOf({ key })),
  };
}

describe('whoever comes back from sending a photo', () => {
  it('is told that it came, is offered its place, and may send the next to the same complaint', async () => {
    const world = photoWorld();
    const { status, text } = await world.come();
    expect(status).toBe(200);
    expect(text).toContain('北纬31.23040°，东经121.47370°');
    expect(world.offered).toMatchObject([{ receipt: RECEIPT }]);
    expect(world.vault.all()).toEqual([]);
  });

  it('adds the place to the complaint by one click, however often it is clicked', async () => {
    const world = photoWorld();
    for (const _ of [1, 2]) expect((await world.place()).text).toContain('拍摄地点已补充');
    expect(world.vault.all()).toMatchObject([
      {
        follows: { to: RECEIPT, as: 'supplement' },
        location: { latitude: expect.closeTo(31.2304, 5) },
        anonymous: true,
      },
    ]);
  });

  it('is offered no place where the photo knows none, and can claim none', async () => {
    const world = photoWorld({ bytes: bareJpeg });
    expect((await world.come()).text).not.toContain('拍摄地点：');
    await world.place();
    expect(world.vault.all()).toEqual([]);
  });

  it.each([
    ['an upload that never came', photoWorld(), { key: 'uploads/BBBBBBBBBBBBBBBBBBBBBB' }],
    ['no upload at all', photoWorld(), {}],
    ['a key beside the uploads', photoWorld(), { key: '../mail/1' }],
    ['an upload whose time is over', photoWorld({ offeredUntil: '2026-11-20T13:02:59.999Z' }), { key: KEY }],
    ['an upload that a program sent', photoWorld({ receipt: undefined }), { key: KEY }],
  ])('by the address of %s learns nothing, each time in the same words', async (_, world, query) => {
    const { status, text } = await world.come(query);
    expect([status, world.offered.length]).toEqual([404, 0]);
    expect(text).toBe((await photoWorld().come({ key: 'uploads/none' })).text);
  });

  it('is asked to come tomorrow after thirty photos', async () => {
    const world = photoWorld();
    for (let n = 0; n < 30; n += 1) expect((await world.come()).text).toContain('multipart/form-data');
    const { text } = await world.come();
    expect(text).not.toContain('multipart/form-data');
    expect(text).toContain('请明天再传');
  });
});

describe('POST /v1/uploads', () => {
  const ask = (world: ReturnType<typeof pagesWorld>, body: object, perHour?: { uploadsPerHour: number }) =>
    send(offerUpload({ ...world, perHour }), {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('offers a form for one photo, whose key a complaint may name', async () => {
    const world = pagesWorld();
    const { status, json } = await ask(world, { mediaType: 'image/png' });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      key: expect.stringMatching(/^uploads\/[\w-]{22}$/),
      action: 'https://inbox.example/',
      expiresAt: '2026-11-20T15:03:00.000Z',
    });
    expect(world.offered).toMatchObject([{ key: json.key, mediaType: 'image/png' }]);
    expect(world.offered[0]?.receipt).toBeUndefined();
  });

  it('offers none for what is no photo', async () => {
    expect((await ask(pagesWorld(), { mediaType: 'text/html' })).json).toMatchObject({
      status: 400,
      errors: [{ pointer: '/mediaType' }],
    });
  });

  it('is limited', async () => {
    const world = pagesWorld();
    await ask(world, { mediaType: 'image/png' }, { uploadsPerHour: 1 });
    const { status, json, headers } = await ask(world, { mediaType: 'image/png' }, { uploadsPerHour: 1 });
    expect([status, json.type]).toEqual([429, 'urn:huiyin:problem:too-many-requests']);
    expect(headers).toHaveProperty('retry-after');
  });
});
