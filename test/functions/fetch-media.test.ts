import { describe, expect, it } from 'vitest';
import { memoryEvidence } from '../../adapters/memory/evidence.ts';
import { memoryVault } from '../../adapters/memory/vault.ts';
import { lazyStripMetadata } from '../../adapters/photos/lazy-strip-metadata.ts';
import { createHandler } from '../../functions/fetch-media/handler.ts';
import { sha256 } from '../../functions/shared/digest.ts';
import type { Medium } from '../../usecases/intake/fetch-media.ts';
import { batchOf, consoleOf, desk } from '../support/messages.ts';
import { complaintOf } from '../support/world.ts';

const receivedAt = '2026-11-20T01:00:00.000Z';

async function office(...answers: Medium[]) {
  const vault = memoryVault();
  const attachments = [{ name: '微信图片', mediaType: 'image/jpeg', mediaId: 'media-of-a-citizen' }];
  const kept = { receipt: 'QH-1', receivedAt, queryCode: 'ABCD1234', answerBy: receivedAt, fingerprint: 'f' };
  await vault.putIfAbsent({ ...complaintOf({ channel: 'wechat', attachments }), ...kept });
  const { letters, setAside } = desk();
  const wechat = async () =>
    answers.shift() ?? { kind: 'found' as const, bytes: Buffer.from('\xff\xd8\xff', 'latin1') };
  const handler = createHandler({
    complaints: vault,
    media: { wechat },
    evidence: memoryEvidence(),
    sha256,
    stripMetadata: lazyStripMetadata,
    setAside,
  });
  const attachment = async () => (await vault.readMedia('QH-1'))!.attachments[0];
  return { handler, letters, attachment };
}

const message = batchOf([{ receipt: 'QH-1' }]);
const back = { batchItemFailures: [{ itemIdentifier: 'm0' }] };
const done = { batchItemFailures: [] };

describe('the media queue', () => {
  it('gets a message back while WeChat is busy, and then has the medium kept', async () => {
    const { handler, letters, attachment } = await office({ kind: 'busy', reason: 'errcode -1' });
    expect(await handler(message)).toEqual(back);
    expect(await handler(message)).toEqual(done);
    expect(letters).toEqual([]);
    expect(await attachment()).toMatchObject({ key: expect.stringMatching(/^attachments\/QH-1\//) });
  });

  it('has a message set aside at once, with the reason, when only ops can help', async () => {
    const { handler, letters } = await office({ kind: 'barred', reason: 'errcode 40164' });
    expect(await handler(message)).toEqual(done);
    expect(letters).toEqual([{ body: '{"receipt":"QH-1"}', reason: 'errcode 40164' }]);
    expect(await handler(batchOf([letters[0]!.body]))).toEqual(done);
    expect(letters).toHaveLength(1);
  });

  it('has a message set aside with the reason when WeChat was busy five times', async () => {
    const { handler, letters } = await office({ kind: 'busy', reason: 'errcode 45009' });
    expect(await handler(batchOf([{ receipt: 'QH-1' }], { receives: 5 }))).toEqual(done);
    expect(letters.map(({ reason }) => reason)).toEqual(['errcode 45009']);
  });

  it('counts what is lost, which is no failure', async () => {
    const { handler, letters, attachment } = await office({ kind: 'lost', loss: 'expired' });
    expect(await consoleOf(() => handler(message))).toContain('"MediumLost":1');
    expect(await attachment()).toMatchObject({ lost: 'expired' });
    expect(letters).toEqual([]);
  });

  it('has what names no complaint set aside', async () => {
    const { handler, letters } = await office();
    expect(await handler(batchOf(['{', {}, { receipt: 'QH-NONE' }]))).toEqual(done);
    expect(letters.map(({ reason }) => reason)).toEqual(['SyntaxError', 'ZodError /receipt', 'no such complaint']);
  });

  it('prints ids and counts, never by which id WeChat holds the medium', async () => {
    const { handler } = await office();
    const printed = await consoleOf(() => handler(message));
    expect(printed).toContain('"event":"media-fetched"');
    expect(printed).not.toContain('media-of-a-citizen');
  });
});
