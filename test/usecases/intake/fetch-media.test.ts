import { describe, expect, it } from 'vitest';
import { memoryEvidence } from '../../../adapters/memory/evidence.ts';
import { memoryVault } from '../../../adapters/memory/vault.ts';
import { lazyStripMetadata } from '../../../adapters/photos/lazy-strip-metadata.ts';
import { factsOf } from '../../../adapters/photos/photo-facts.ts';
import type { Attachment } from '../../../domain/complaint.ts';
import { sha256 } from '../../../functions/shared/digest.ts';
import { type FetchMediaDeps, fetchMedia, type Medium } from '../../../usecases/intake/fetch-media.ts';
import { phonePhoto } from '../../support/photos.ts';
import { complaintOf } from '../../support/world.ts';

const RECEIPT = 'QH-7KX4-M9P2-Q3T8';
const picture = (mediaId: string): Attachment => ({ name: '微信图片', mediaType: 'image/jpeg', mediaId });
const jpeg = (words: string) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(words)]);
const found = (bytes: Uint8Array): Medium => ({ kind: 'found', bytes });

async function office(attachments: readonly Attachment[], held: Readonly<Record<string, Medium>>) {
  const vault = memoryVault();
  const receivedAt = '2026-11-20T01:00:00.000Z';
  const kept = { receipt: RECEIPT, receivedAt, queryCode: 'ABCD1234', answerBy: receivedAt, fingerprint: 'f' };
  await vault.putIfAbsent({ ...complaintOf({ channel: 'wechat', attachments }), ...kept });
  const evidence = memoryEvidence();
  const asked: string[] = [];
  const wechat = async (mediaId: string): Promise<Medium> => {
    asked.push(mediaId);
    return held[mediaId]!;
  };
  const deps: FetchMediaDeps = {
    complaints: vault,
    media: { wechat },
    evidence,
    stripMetadata: lazyStripMetadata,
    sha256,
  };
  const attachmentsNow = async () => (await vault.readMedia(RECEIPT))!.attachments;
  return { deps, asked, evidence, attachmentsNow };
}

describe('the media of a complaint', () => {
  it('are put under its receipt, each by what is in it, and named so that they can be saved', async () => {
    const one = jpeg('one');
    const { deps, evidence, attachmentsNow } = await office([picture('a'), picture('b'), picture('c')], {
      a: found(one),
      b: found(jpeg('two')),
      c: found(Buffer.from('#!AMR\nvoice')),
    });
    expect(await fetchMedia(RECEIPT, deps)).toEqual({ kept: 3, lost: 0, busy: [], barred: [] });
    const keys = (await attachmentsNow()).map(({ key }) => key);
    expect(keys).toEqual(evidence.keys());
    expect(keys[0]).toBe(`attachments/${RECEIPT}/${sha256(one)}`);
    expect(await evidence.read(keys[0]!)).toEqual(one);
    expect((await attachmentsNow()).map(({ name, mediaType }) => `${name} ${mediaType}`)).toEqual([
      ...['微信图片.jpg image/jpeg', '微信图片 (2).jpg image/jpeg', '微信图片.amr audio/amr'],
    ]);
  });

  it('tell nobody where a photo was taken, and when it was taken in its name', async () => {
    const { deps, evidence, attachmentsNow } = await office([picture('a')], { a: found(phonePhoto()) });
    await fetchMedia(RECEIPT, deps);
    const [photo] = await attachmentsNow();
    expect(factsOf(await evidence.read(photo!.key!)).position).toBeUndefined();
    expect(photo!.name).toBe('微信图片（2026-11-20 21时03分拍摄）.jpg');
  });

  it('are no pictures for being called so: what the bytes do not tell, nobody opens', async () => {
    const { deps, attachmentsNow } = await office([picture('a')], {
      a: found(Buffer.from('<script>alert(1)</script>')),
    });
    await fetchMedia(RECEIPT, deps);
    expect(await attachmentsNow()).toMatchObject([{ mediaType: 'application/octet-stream' }]);
  });

  it('are fetched once, however often that is asked for', async () => {
    const { deps, asked, evidence } = await office([picture('a'), picture('b')], {
      a: found(jpeg('one')),
      b: { kind: 'lost', loss: 'expired' },
    });
    await fetchMedia(RECEIPT, deps);
    expect(await fetchMedia(RECEIPT, deps)).toEqual({ kept: 0, lost: 0, busy: [], barred: [] });
    expect(asked).toEqual(['a', 'b']);
    expect(evidence.keys()).toHaveLength(1);
  });

  it('that are lost are noted as lost, and stop no other', async () => {
    const { deps, attachmentsNow } = await office([picture('a'), picture('b'), picture('c')], {
      a: { kind: 'lost', loss: 'expired' },
      b: { kind: 'lost', loss: 'too-large' },
      c: found(jpeg('three')),
    });
    expect(await fetchMedia(RECEIPT, deps)).toMatchObject({ kept: 1, lost: 2 });
    expect(await attachmentsNow()).toMatchObject([
      { lost: 'expired' },
      { lost: 'too-large' },
      { key: expect.any(String) },
    ]);
  });

  it('that cannot be had now stop no other, and are fetched the next time', async () => {
    const held: Record<string, Medium> = {
      a: { kind: 'busy', reason: 'errcode -1' },
      b: { kind: 'barred', reason: 'errcode 40164' },
      c: found(jpeg('three')),
    };
    const { deps, asked, attachmentsNow } = await office([picture('a'), picture('b'), picture('c')], held);
    expect(await fetchMedia(RECEIPT, deps)).toEqual({
      kept: 1,
      lost: 0,
      busy: ['errcode -1'],
      barred: ['errcode 40164'],
    });
    Object.assign(held, { a: found(jpeg('one')), b: found(jpeg('two')) });
    expect(await fetchMedia(RECEIPT, deps)).toMatchObject({ kept: 2 });
    expect(asked).toEqual(['a', 'b', 'c', 'a', 'b']);
    expect((await attachmentsNow()).every(({ key }) => key !== undefined)).toBe(true);
  });

  it.each(['put', 'settleMedium'] as const)(
    'are all there although the function died before or after its %s',
    async (step) => {
      for (const when of ['before', 'after']) {
        const { deps, evidence, attachmentsNow } = await office([picture('a'), picture('b')], {
          a: found(jpeg('one')),
          b: found(jpeg('two')),
        });
        const dying =
          (work: (...parts: never[]) => Promise<void>) =>
          async (...parts: unknown[]) => {
            if (when === 'after') await work(...(parts as never[]));
            throw new Error('killed');
          };
        const killed =
          step === 'put'
            ? { ...deps, evidence: { put: dying(deps.evidence.put) } }
            : { ...deps, complaints: { ...deps.complaints, settleMedium: dying(deps.complaints.settleMedium) } };
        await expect(fetchMedia(RECEIPT, killed)).rejects.toThrow('killed');
        await fetchMedia(RECEIPT, deps);
        expect((await attachmentsNow()).map(({ key }) => key)).toEqual(evidence.keys());
        expect(evidence.keys()).toHaveLength(2);
      }
    },
  );

  it('that came by another way are left alone', async () => {
    const uploaded = { name: '照片', mediaType: 'image/jpeg', key: 'uploads/1' };
    const { deps, asked } = await office([uploaded, { name: '附件', mediaType: 'text/plain' }], {});
    expect(await fetchMedia(RECEIPT, deps)).toEqual({ kept: 0, lost: 0, busy: [], barred: [] });
    expect(asked).toEqual([]);
    expect(await fetchMedia('QH-NONE', deps)).toBeUndefined();
  });

  it('of a channel whose account the province does not have wait for ops', async () => {
    const { deps } = await office([picture('a')], { a: found(jpeg('one')) });
    expect(await fetchMedia(RECEIPT, { ...deps, media: {} })).toMatchObject({
      barred: ['nobody holds media of wechat'],
    });
  });
});
