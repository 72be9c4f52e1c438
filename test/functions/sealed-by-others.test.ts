import { createCipheriv, randomBytes } from 'node:crypto';
import { encrypt, getSignature } from '@wecom/crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import WechatCrypto from 'wechat-crypto';
import { createHandler as createWechat } from '../../functions/accept-wechat-message/handler.ts';
import { createHandler as createWecom } from '../../functions/accept-wecom-message/handler.ts';
import { chat } from '../support/chat.ts';
import { NOW, send } from '../support/intake.ts';
import { ACCOUNT, envelope, messageXml, wechatWorld } from '../support/wechat.ts';
import { CORPORATION, wecomWorld } from '../support/wecom.ts';

const ROUNDS = 1_000;
const NONCE = '415670741';
const timestamp = String(NOW / 1000);

const media = {
  WeChat: {
    receiver: ACCOUNT.appId,
    keys: ACCOUNT,
    handlerFor: (world: ReturnType<typeof chat>) => createWechat({ ...wechatWorld(), ...world }),
    query: { encrypt_type: 'aes' } as Record<string, string>,
    seal: (text: string) => new WechatCrypto(ACCOUNT.token, ACCOUNT.encodingAesKey, ACCOUNT.appId).encrypt(text),
    sign: (sealed: string, token = ACCOUNT.token) =>
      new WechatCrypto(token, ACCOUNT.encodingAesKey, ACCOUNT.appId).getSignature(timestamp, NONCE, sealed),
  },
  WeCom: {
    receiver: CORPORATION.corpId,
    keys: CORPORATION,
    handlerFor: (world: ReturnType<typeof chat>) => createWecom({ ...wecomWorld(), ...world }),
    query: {} as Record<string, string>,
    seal: (text: string) => encrypt(CORPORATION.encodingAesKey, text, CORPORATION.corpId),
    sign: (sealed: string, token = CORPORATION.token) => getSignature(token, timestamp, NONCE, sealed),
  },
};

type Medium = (typeof media)[keyof typeof media];

interface Sealed {
  readonly sealed: string;
  readonly query: Record<string, string>;
}

const signedBy = ({ query, sign }: Medium, sealed: string, token?: string): Sealed => {
  return { sealed, query: { ...query, timestamp, nonce: NONCE, msg_signature: sign(sealed, token) } };
};

/** Seals whatever plaintext, as WeChat's own samples do not: with any padding, length and receiver. */
function sealedFrom({ keys }: Medium, plain: Buffer): string {
  const key = Buffer.from(`${keys.encodingAesKey}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
}

function plainOf(text: string, receiver: string, length = Buffer.byteLength(text)): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  const plain = Buffer.concat([randomBytes(16), size, Buffer.from(text), Buffer.from(receiver)]);
  const padding = 32 - (plain.length % 32);
  return Buffer.concat([plain, Buffer.alloc(padding, padding)]);
}

const flipped = (base64: string, at: number): string => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[((at % bytes.length) + bytes.length) % bytes.length]! ^= 1;
  return bytes.toString('base64');
};

/**
 * Ten ways to forge a message out of a good one; the last five even know the token, as somebody who saw the console
 * would.
 */
const TAMPERINGS: Record<string, (medium: Medium, text: string, good: Sealed) => Sealed> = {
  'a bit of the seal changed': (_, text, { sealed, query }) => ({ sealed: flipped(sealed, text.length), query }),
  'a digit of the signature changed': (_, __, { sealed, query }) => {
    const msg_signature = query.msg_signature!.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    return { sealed, query: { ...query, msg_signature } };
  },
  'another time': (_, __, { sealed, query }) => ({
    sealed,
    query: { ...query, timestamp: String(Number(timestamp) + 1) },
  }),
  'another nonce': (_, __, { sealed, query }) => ({ sealed, query: { ...query, nonce: '415670742' } }),
  'the signature of another token': (medium, _, { sealed }) => signedBy(medium, sealed, 'another-token'),
  'another receiver': (medium, text) => signedBy(medium, sealedFrom(medium, plainOf(text, `${medium.receiver}x`))),
  'a seal that was cut': (medium, _, { sealed }) =>
    signedBy(medium, Buffer.from(sealed, 'base64').subarray(0, -16).toString('base64')),
  'a padding of no length': (medium, text) => {
    const plain = plainOf(text, medium.receiver);
    plain[plain.length - 1] = plain.at(-1) === 33 ? 34 : 33;
    return signedBy(medium, sealedFrom(medium, plain));
  },
  'a length beyond its end': (medium, text) =>
    signedBy(medium, sealedFrom(medium, plainOf(text, medium.receiver, 0xffff_fff0))),
  'another key': (medium, text) => {
    const encodingAesKey = randomBytes(32).toString('base64').slice(0, 43);
    const strange = { ...medium, keys: { ...medium.keys, encodingAesKey } } as Medium;
    return signedBy(medium, sealedFrom(strange, plainOf(text, medium.receiver)));
  },
};

const texts = fc.string({ unit: 'grapheme', maxLength: 200 });
const textXml = (text: string, n: number) =>
  messageXml({ Content: text.replaceAll(']]>', ''), MsgId: String(n), FromUserName: `o_${n}` });

describe.each(Object.entries(media))('on %s', (_, medium) => {
  const post = (world: ReturnType<typeof chat>, { sealed, query }: Sealed) =>
    send(medium.handlerFor(world), { query, body: envelope(sealed) });

  it(`a message that the platform's own library sealed is accepted, ${ROUNDS} times`, { timeout: 60_000 }, async () => {
    const world = chat();
    let rounds = 0;
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        rounds += 1;
        const { status } = await post(world, signedBy(medium, medium.seal(textXml(text, rounds))));
        expect(status).toBe(200);
      }),
      { numRuns: ROUNDS, endOnFailure: true },
    );
    expect(world.conversations.all()).toHaveLength(ROUNDS);
    expect(world.vault.all()).toEqual([]);
  });

  it.each(Object.entries(TAMPERINGS))('a message with %s is refused and leaves nothing', async (_, tamper) => {
    const world = chat();
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const xml = textXml(text, 1);
        const { status } = await post(world, tamper(medium, xml, signedBy(medium, medium.seal(xml))));
        expect([401, 403]).toContain(status);
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect([...world.conversations.all(), ...world.vault.all()]).toEqual([]);
  });
});
