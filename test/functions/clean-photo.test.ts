import { describe, expect, it } from 'vitest';
import { memoryEvidence } from '../../adapters/memory/evidence.ts';
import { factsOf } from '../../adapters/photos/photo-facts.ts';
import type { Upload } from '../../usecases/intake/keep-upload.ts';
import { cleaner } from '../support/photo-cleaner.ts';
import { exif, heic, phonePhoto } from '../support/photos.ts';
import { complaintOf } from '../support/world.ts';

const KEY = 'uploads/AAAAAAAAAAAAAAAAAAAAAA';
const AT = '2026-06-01T02:00:00.000Z';
const RECEIPT = 'QH-0000-0000-0001';
const came = { Records: [{ eventName: 'ObjectCreated:Post', s3: { object: { key: KEY, size: 1 } } }] };
const named = { upload: KEY };

describe('a photo sent after a complaint', () => {
  it('becomes evidence without what it tells of its maker, and a supplement to the complaint', async () => {
    const { handle, evidence, vault } = cleaner({ [KEY]: { bytes: phonePhoto(), receipt: RECEIPT } });
    expect(await handle(came)).toEqual({ batchItemFailures: [] });
    const [key] = evidence.keys();
    expect(Buffer.from(await evidence.read(key!)).includes('Secret')).toBe(false);
    expect(vault.all()).toMatchObject([
      {
        channel: 'web',
        follows: { to: RECEIPT, as: 'supplement' },
        anonymous: true,
        flags: [],
        attachments: [{ key, mediaType: 'image/jpeg', name: '现场照片（2026-11-20 21时03分拍摄）.jpeg' }],
      },
    ]);
  });

  it('is one supplement however often S3 tells of it', async () => {
    const { handle, vault } = cleaner({ [KEY]: { bytes: phonePhoto(), receipt: RECEIPT } });
    await Promise.all([handle(came), handle(came), handle(came)]);
    expect(vault.all()).toHaveLength(1);
  });

  it('that is none is kept as it came, and a person looks at it', async () => {
    const { handle, evidence, vault, letters } = cleaner({
      [KEY]: { bytes: Buffer.from('%PDF-1.7'), receipt: RECEIPT },
    });
    await handle(came);
    expect(Buffer.from(await evidence.read(evidence.keys()[0]!)).toString()).toBe('%PDF-1.7');
    expect(vault.all()).toMatchObject([
      {
        flags: ['quarantined'],
        attachments: [{ mediaType: 'application/octet-stream', name: expect.stringContaining('不是照片') }],
      },
    ]);
    expect(letters).toEqual([]);
  });

  it('in a format that we cannot take apart says so to whoever opens it', async () => {
    const { handle, vault } = cleaner({ [KEY]: { bytes: heic, receipt: RECEIPT } });
    await handle(came);
    expect(vault.all()[0]?.attachments).toMatchObject([
      { name: '现场照片（含拍摄信息）.heic', mediaType: 'image/heic' },
    ]);
  });
});

describe('a form that is used again', () => {
  const other = (n: number) =>
    phonePhoto(exif({ takenAt: `2026:11:20 21:03:${String(n).padStart(2, '0')}`, orientation: (n % 8) + 1 }));

  it('makes another photo of the complaint, and leaves the one that staff may have seen as it was', async () => {
    const uploads = { [KEY]: { bytes: phonePhoto(), receipt: RECEIPT } };
    const { handle, evidence, vault } = cleaner(uploads);
    await handle(came);
    const [seen] = vault.all()[0]!.attachments;
    const before = Buffer.from(await evidence.read(seen!.key!));
    uploads[KEY] = { bytes: Buffer.from('<html>another'), receipt: RECEIPT };
    await handle(came);
    expect(Buffer.from(await evidence.read(seen!.key!))).toEqual(before);
    expect(vault.all()).toHaveLength(2);
    const [added] = vault.all()[1]!.attachments;
    expect(Buffer.from(await evidence.read(added!.key!)).toString()).toBe('<html>another');
  });

  it('with the same photo is the same photo', async () => {
    const uploads = { [KEY]: { bytes: phonePhoto(), receipt: RECEIPT } };
    const { handle, evidence, vault } = cleaner(uploads);
    await handle(came);
    uploads[KEY] = { bytes: phonePhoto(), receipt: RECEIPT };
    await handle(came);
    expect([vault.all().length, evidence.keys().length]).toEqual([1, 1]);
  });

  it('counts as if it had been offered again: no complaint gets more than thirty further ones a day', async () => {
    const uploads = { [KEY]: { bytes: phonePhoto(), receipt: RECEIPT } };
    const { handle, evidence, vault } = cleaner(uploads);
    for (let n = 0; n < 40; n += 1) {
      uploads[KEY] = { bytes: Buffer.from(`%PDF-${n}`), receipt: RECEIPT };
      expect(await handle(came)).toEqual({ batchItemFailures: [] });
    }
    expect([vault.all().length, evidence.keys().length]).toEqual([31, 31]);
  });

  it('counts each further photo once, however often it is told of', async () => {
    const uploads = { [KEY]: { bytes: Buffer.from('%PDF-0'), receipt: RECEIPT } };
    const { handle, evidence } = cleaner(uploads);
    for (let n = 0; n <= 30; n += 1) {
      uploads[KEY] = { bytes: Buffer.from(`%PDF-${n}`), receipt: RECEIPT };
      await handle(came);
      await handle(came);
    }
    expect(evidence.keys()).toHaveLength(31);
  });

  it('loses no photo where S3 fails once, not even the last that the day allows', async () => {
    const uploads = { [KEY]: { bytes: Buffer.from('%PDF-0'), receipt: RECEIPT } };
    const evidence = memoryEvidence();
    const failing = [Buffer.from('%PDF-30')];
    const putIfAbsent: typeof evidence.putIfAbsent = async (key, bytes, mediaType) => {
      if (failing.some((one) => one.equals(bytes)) && failing.pop()) throw new Error('503 Slow Down');
      await evidence.putIfAbsent(key, bytes, mediaType);
    };
    const { handle, vault } = cleaner(uploads, { ...evidence, putIfAbsent });
    for (let n = 0; n <= 30; n += 1) {
      uploads[KEY] = { bytes: Buffer.from(`%PDF-${n}`), receipt: RECEIPT };
      await handle(came);
    }
    expect(await handle(came)).toEqual({ batchItemFailures: [] });
    const named = vault.all().flatMap(({ attachments }) => attachments.map(({ key }) => key));
    expect(named).toHaveLength(31);
    expect(evidence.keys()).toEqual(named);
  });

  it('by a program for a photo that a complaint has named already exchanges nothing', async () => {
    const uploads: Record<string, Upload> = { [KEY]: { bytes: phonePhoto() } };
    const { handle, evidence } = cleaner(uploads);
    await handle(named);
    const before = Buffer.from(await evidence.read(KEY));
    uploads[KEY] = { bytes: other(9) };
    await handle(came);
    await handle(named);
    expect(Buffer.from(await evidence.read(KEY))).toEqual(before);
  });

  it('one after the other or at the same moment, never loses a photo', async () => {
    const uploads: Record<string, Upload> = {};
    const { handle, vault, evidence } = cleaner(uploads);
    for (let n = 0; n < 5; n += 1) {
      uploads[KEY] = { bytes: Buffer.from(`%PDF-${n}`), receipt: RECEIPT };
      await Promise.all([handle(came), handle(came)]);
    }
    expect([vault.all().length, evidence.keys().length]).toEqual([5, 5]);
  });
});

describe('a photo that cannot be cleaned', () => {
  it.each([
    ['a picture that broke off', phonePhoto().subarray(0, 600)],
    ['one without a picture', Buffer.concat([Buffer.from('ffd8', 'hex'), phonePhoto().subarray(2, 500)])],
    ['a format of a camera', Buffer.concat([exif(), Buffer.alloc(2_000, 7)])],
  ])('is set aside without its place: %s', async (_, bytes) => {
    expect(factsOf(bytes).position).toBeDefined();
    const { handle, evidence } = cleaner({ [KEY]: { bytes, receipt: RECEIPT } });
    await handle(came);
    const kept = await evidence.read(evidence.keys()[0]!);
    expect(kept.length).toBe(bytes.length);
    expect(factsOf(kept).position).toBeUndefined();
  });
});

describe('a photo that a program sent', () => {
  const file = (key: string) => ({ name: '照片.jpg', mediaType: 'image/jpeg', key });
  const naming = (...attachments: ReturnType<typeof file>[]) => ({
    ...complaintOf({ attachments }),
    ...{ receipt: RECEIPT, receivedAt: AT, queryCode: 'C', answerBy: AT, fingerprint: 'f' },
  });
  const order = { ...named, receipt: RECEIPT };

  it('waits until a complaint names it, and is evidence then', async () => {
    const { handle, evidence, vault } = cleaner({ [KEY]: { bytes: phonePhoto() } });
    await handle(came);
    expect(evidence.keys()).toEqual([]);
    await handle(named);
    expect(evidence.keys()).toEqual([KEY]);
    expect(vault.all()).toEqual([]);
  });

  it('that is named a moment before it comes is waited for; what never comes is said of its complaint, and of no other file', async () => {
    const { handle, letters, vault } = cleaner({});
    const attachments = [file('uploads/B'), file(KEY)];
    await vault.putIfAbsent(naming(...attachments));
    for (const receives of [1, 2])
      expect(await handle(order, receives)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(vault.all()[0]!.attachments).toEqual(attachments);
    expect(await handle(order, 3)).toEqual({ batchItemFailures: [] });
    expect(letters).toEqual([]);
    expect(vault.all()[0]!.attachments).toEqual([attachments[0], { ...attachments[1], lost: 'never-came' }]);
  });

  it('that comes after all is a supplement to the complaint that named it, once', async () => {
    const uploads: Record<string, Upload> = {};
    const { handle, evidence, vault } = cleaner(uploads);
    await vault.putIfAbsent(naming(file(KEY)));
    await handle(order, 3);
    uploads[KEY] = { bytes: phonePhoto() };
    for (const _ of ['once', 'twice']) await handle(came);
    expect(vault.all()).toMatchObject([
      { receipt: RECEIPT, attachments: [{ lost: 'never-came' }] },
      { follows: { to: RECEIPT, as: 'supplement' }, attachments: [{ key: evidence.keys()[0] }] },
    ]);
  });

  it('that comes while it is given up is not lost between', async () => {
    const looks = [undefined, { bytes: phonePhoto() }];
    const uploads = { get: () => looks.shift() };
    const { handle, evidence, vault } = cleaner(Object.defineProperty({}, KEY, uploads));
    await vault.putIfAbsent(naming(file(KEY)));
    await handle(order, 3);
    expect(vault.all()).toHaveLength(2);
    expect(evidence.keys()).toHaveLength(1);
  });

  it('that an order of an earlier release names, or one whose complaint was refused, is forgotten when it never comes', async () => {
    const { handle, letters, vault } = cleaner({});
    for (const one of [named, order]) expect(await handle(one, 3)).toEqual({ batchItemFailures: [] });
    expect([letters, vault.all()]).toEqual([[], []]);
  });

  it('is none where the message is nothing that we know', async () => {
    const { handle, letters } = cleaner({});
    await handle({ upload: 'mail/1' });
    expect(letters).toMatchObject([{ reason: expect.stringContaining('ZodError') }]);
  });
});
