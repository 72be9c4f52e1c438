import { describe, expect, it } from 'vitest';
import type { Upload } from '../../usecases/intake/keep-upload.ts';
import { cleaner } from '../support/photo-cleaner.ts';
import { phonePhoto } from '../support/photos.ts';

const RECEIPT = 'QH-0000-0000-0001';

describe('what staff send for a case', () => {
  const MATERIAL = `uploads/cases/${RECEIPT}/AAAAAAAAAAAAAAAAAAAAAA`;
  const arrived = { Records: [{ eventName: 'ObjectCreated:Post', s3: { object: { key: MATERIAL, size: 1 } } }] };

  it('is kept at once under its own key: a photo cleaned, and no complaint made of it', async () => {
    const { handle, evidence, vault } = cleaner({ [MATERIAL]: { bytes: phonePhoto() } });
    await handle(arrived);
    expect(Buffer.from(await evidence.read(MATERIAL)).includes('Secret')).toBe(false);
    expect([await evidence.mediaTypeOf(MATERIAL), vault.all()]).toEqual(['image/jpeg', []]);
  });

  it('stays as it came where it is a document, and is called what its bytes say', async () => {
    const { handle, evidence } = cleaner({ [MATERIAL]: { bytes: Buffer.from('%PDF-1.7') } });
    await handle(arrived);
    expect(Buffer.from(await evidence.read(MATERIAL)).toString()).toBe('%PDF-1.7');
    expect(await evidence.mediaTypeOf(MATERIAL)).toBe('application/pdf');
  });

  it('is not exchanged by another that is sent by the same form', async () => {
    const uploads: Record<string, Upload> = { [MATERIAL]: { bytes: Buffer.from('%PDF-1.7') } };
    const { handle, evidence } = cleaner(uploads);
    await handle(arrived);
    uploads[MATERIAL] = { bytes: Buffer.from('%PDF-other') };
    await handle(arrived);
    expect(Buffer.from(await evidence.read(MATERIAL)).toString()).toBe('%PDF-1.7');
  });
});
