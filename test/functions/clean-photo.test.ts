import { describe, expect, it } from 'vitest';
import { memoryEvidence } from '../../adapters/memory/evidence.ts';
import { cleanPhoto } from '../../adapters/photos/clean-photo.ts';
import { createHandler } from '../../functions/clean-photo/handler.ts';
import type { Upload } from '../../usecases/intake/keep-upload.ts';
import { intake } from '../support/intake.ts';
import { batchOf, desk } from '../support/messages.ts';
import { heic, phonePhoto } from '../support/photos.ts';

const KEY = 'uploads/AAAAAAAAAAAAAAAAAAAAAA';
const RECEIPT = 'QH-0000-0000-0001';
const came = { Records: [{ eventName: 'ObjectCreated:Post', s3: { object: { key: KEY, size: 1 } } }] };
const named = { upload: KEY };

function cleaner(uploads: Record<string, Upload>) {
  const [world, evidence, aside] = [intake(), memoryEvidence(), desk()];
  const handler = createHandler({
    ...{ ...world, evidence, setAside: aside.setAside, clean: cleanPhoto },
    inbox: { read: async (key) => uploads[key] },
  });
  return {
    ...world,
    evidence,
    letters: aside.letters,
    handle: (body: unknown, receives = 1) => handler(batchOf([body], { receives })),
  };
}

describe('a photo sent after a complaint', () => {
  it('becomes evidence without what it tells of its maker, and a supplement to the complaint', async () => {
    const { handle, evidence, vault } = cleaner({ [KEY]: { bytes: phonePhoto(), receipt: RECEIPT } });
    expect(await handle(came)).toEqual({ batchItemFailures: [] });
    expect(Buffer.from(await evidence.read(KEY)).includes('Secret')).toBe(false);
    expect(vault.all()).toMatchObject([
      {
        ...{ channel: 'web', follows: { to: RECEIPT, as: 'supplement' }, anonymous: true, flags: [] },
        attachments: [{ key: KEY, mediaType: 'image/jpeg', name: '现场照片（2026-11-20 21:03拍摄）.jpeg' }],
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
    expect(Buffer.from(await evidence.read(KEY)).toString()).toBe('%PDF-1.7');
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

describe('a photo that a program sent', () => {
  it('waits until a complaint names it, and is evidence then', async () => {
    const { handle, evidence, vault } = cleaner({ [KEY]: { bytes: phonePhoto() } });
    await handle(came);
    expect(evidence.keys()).toEqual([]);
    await handle(named);
    expect(evidence.keys()).toEqual([KEY]);
    expect(vault.all()).toEqual([]);
  });

  it('that is named a moment before it comes is waited for, and forgotten when it never comes', async () => {
    const { handle, letters } = cleaner({});
    expect(await handle(named)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(await handle(named, 5)).toEqual({ batchItemFailures: [] });
    expect(letters).toEqual([]);
  });

  it('is none where the message is nothing that we know', async () => {
    const { handle, letters } = cleaner({});
    await handle({ upload: 'mail/1' });
    expect(letters).toMatchObject([{ reason: expect.stringContaining('ZodError') }]);
  });
});
