import { createCipheriv, createDecipheriv } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import WechatCrypto from 'wechat-crypto';
import { isSignature, openSeal, sealMessage, signatureOf } from '../../../adapters/wechat/seal.ts';
import { ACCOUNT } from '../../support/wechat.ts';

const oracle = new WechatCrypto(ACCOUNT.token, ACCOUNT.encodingAesKey, ACCOUNT.appId);
const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
const words = fc.string({ unit: 'grapheme', maxLength: 300 });
const key = Buffer.from(`${ACCOUNT.encodingAesKey}=`, 'base64');

/** Encrypts any plaintext, with no padding added. */
const encrypt = (plain: Buffer) => {
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
};
const decrypt = (sealed: string) => {
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]);
};

describe('the seal of WeChat', () => {
  it('opens what the reference library sealed, and the other way round', () => {
    fc.assert(
      fc.property(words, (message) => {
        const { message: opened, id } = oracle.decrypt(sealMessage(message, ACCOUNT));
        return (
          text(openSeal(oracle.encrypt(message), ACCOUNT)) === message && opened === message && id === ACCOUNT.appId
        );
      }),
    );
  });

  it('signs as the reference library does', () => {
    fc.assert(
      fc.property(words, words, words, (timestamp, nonce, sealed) => {
        const signature = oracle.getSignature(timestamp, nonce, sealed);
        return isSignature(signature, [ACCOUNT.token, timestamp, nonce, sealed]);
      }),
    );
  });

  it('opens nothing that was cut or made up', () => {
    const sealed = Buffer.from(sealMessage('河水发黑', ACCOUNT), 'base64');
    const opens = (made: string) => openSeal(made, ACCOUNT) !== undefined;
    fc.assert(fc.property(fc.nat(sealed.length - 1), (end) => !opens(sealed.subarray(0, end).toString('base64'))));
    fc.assert(fc.property(fc.base64String({ maxLength: 400 }), (made) => !opens(made)));
    fc.assert(fc.property(fc.string(), (made) => !opens(made)));
  });

  // A seal alone does not show every change in its midst: that is what the signature over it is for.
  it('never throws at what was changed, and opens nothing whose end was', () => {
    const sealed = Buffer.from(sealMessage('河水发黑', ACCOUNT), 'base64');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(sealed);
        changed[at]! ^= change;
        const opened = openSeal(changed.toString('base64'), ACCOUNT);
        return opened === undefined || at < sealed.length - 16;
      }),
    );
  });

  it.each([
    ['a padding of 0', (plain: Buffer) => plain.fill(0, plain.length - 1)],
    ['a padding of 33', (plain: Buffer) => plain.fill(33, plain.length - 1)],
    ['a padding that is not all the same', (plain: Buffer) => plain.fill(99, plain.length - 2, plain.length - 1)],
    ['a length beyond its end', (plain: Buffer) => plain.fill(0xff, 16, 20)],
    ['a length that cuts into the app id', (plain: Buffer) => plain.fill(13, 19, 20)],
  ])('does not open with %s', (_, spoil) => {
    expect(openSeal(encrypt(spoil(decrypt(sealMessage('河水发黑', ACCOUNT)))), ACCOUNT)).toBeUndefined();
  });
});

const path = resolve(import.meta.dirname, '../../../../shared/data/vectors.json');

describe.skipIf(!existsSync(path))('the vectors of the platform', () => {
  const vectors = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};

  it('open, and their signatures hold', () => {
    for (const { token, encodingAESKey, receiveId: appId, timestamp, nonce, ...v } of vectors.wxbiz_decrypt) {
      expect([v.name, text(openSeal(v.encrypt, { encodingAesKey: encodingAESKey, appId }))]).toEqual([
        v.name,
        v.plaintext,
      ]);
      if (v.msg_signature) expect(signatureOf([token, timestamp, nonce, v.encrypt])).toBe(v.msg_signature);
    }
    for (const { encodingAESKey, receiveId: appId, ...v } of vectors.wxbiz_encrypt) {
      expect(text(openSeal(v.encrypt, { encodingAesKey: encodingAESKey, appId }))).toBe(v.plaintext);
    }
  });

  it('sign the address', () => {
    for (const { token, timestamp, nonce, signature } of vectors.sort_sha1) {
      expect(signatureOf([token, timestamp, nonce])).toBe(signature);
    }
  });
});
