import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../adapters/wechat/fields.ts';
import { isSignature, openSeal, sealMessage } from '../../adapters/wechat/seal.ts';
import { createHandler } from '../../functions/accept-wecom-message/handler.ts';
import { atMinute } from '../support/chat.ts';
import { NOW, send } from '../support/intake.ts';
import { envelope, messageXml } from '../support/wechat.ts';
import { CORPORATION, sendWecom, wecomQuery, wecomWorld } from '../support/wecom.ts';

const KEYS = { ...CORPORATION, appId: CORPORATION.corpId };
const said = (fields: Record<string, string> = {}) =>
  messageXml({ ToUserName: CORPORATION.corpId, FromUserName: 'wangwu', AgentID: '1000002', ...fields });
const done = (fields: Record<string, string> = {}) => said({ Content: '完成', MsgId: '2', ...fields });

describe('GET /v1/channels/wecom', () => {
  const ask = (sealed: string, query = wecomQuery(sealed), world = wecomWorld()) =>
    send(createHandler(world), { method: 'GET', query: { ...query, echostr: sealed }, at: NOW + 9e9 });

  it('gives the bare words of the sealed echo back, however old the question', async () => {
    const answer = await ask(sealMessage('1616140317555161061', KEYS));
    expect(answer).toMatchObject({ status: 200, text: '1616140317555161061', type: 'text/plain; charset=utf-8' });
  });

  it('asks no table for it', async () => {
    const refuse = () => Promise.reject(new Error('asked'));
    const world = { ...wecomWorld(), conversations: { ...wecomWorld().conversations, load: refuse, save: refuse } };
    expect((await ask(sealMessage('42', KEYS), undefined, world)).text).toBe('42');
  });

  it('knows an echo whose plus signs came as spaces', async () => {
    let sealed = sealMessage('42', KEYS);
    while (!sealed.includes('+')) sealed = sealMessage('42', KEYS);
    const query = wecomQuery(sealed);
    expect((await ask(sealed.replaceAll('+', ' '), query)).text).toBe('42');
  });

  it('gives nothing to anybody else', async () => {
    const sealed = sealMessage('42', KEYS);
    expect((await ask(sealed, wecomQuery(sealed, { token: 'other' }))).status).toBe(401);
    expect((await ask(sealMessage('42', { ...KEYS, appId: 'ww-other' }))).status).toBe(403);
    expect((await send(createHandler(wecomWorld()), { method: 'GET' })).status).toBe(401);
  });
});

describe('a message on WeCom', () => {
  it('is part of the same kind of conversation, answered sealed', async () => {
    const world = wecomWorld();
    await sendWecom(world, said());
    const { type, text } = await sendWecom(world, done());
    const { Encrypt = '', MsgSignature = '', TimeStamp = '', Nonce = '' } = readFields(text);
    expect(type).toBe('text/xml; charset=utf-8');
    expect(isSignature(MsgSignature, [CORPORATION.token, TimeStamp, Nonce, Encrypt])).toBe(true);
    const reply = readFields(new TextDecoder().decode(openSeal(Encrypt, KEYS)));
    const [kept] = world.vault.all();
    expect(reply).toMatchObject({ ToUserName: 'wangwu', FromUserName: CORPORATION.corpId, MsgType: 'text' });
    expect(reply.Content).toContain(`登记编号：${kept?.receipt}`);
    expect(kept).toMatchObject({
      channel: 'wecom',
      contact: { wecomUserId: 'wangwu' },
      sourceId: `${CORPORATION.corpId}:1000002:wangwu:23456789012345678:${NOW / 1000}`,
    });
  });

  it('to another application of the corporation is another conversation', async () => {
    const world = wecomWorld();
    await sendWecom(world, said());
    await sendWecom(world, said({ AgentID: '1000003' }));
    await sendWecom(world, done());
    expect(world.vault.all()).toHaveLength(1);
    await atMinute(world, NOW + 360_000);
    expect(world.vault.all()).toHaveLength(2);
  });

  it.each([
    ['enter_agent', ''],
    ['click', 'nothing'],
    ['LOCATION', ''],
  ])('that is the event %s gets an empty answer, which means that it was taken', async (Event, EventKey) => {
    const event = said({ MsgType: 'event', Event, EventKey }).replace(/<MsgId>.*<\/MsgId>/, '');
    expect(await sendWecom(wecomWorld(), event)).toMatchObject({ status: 200, text: '' });
  });

  it('of a button is as good as its words', async () => {
    const world = wecomWorld();
    await sendWecom(world, said());
    const event = { MsgType: 'event', Event: 'click', EventKey: 'HUIYIN_SUBMIT' };
    await sendWecom(world, said(event).replace(/<MsgId>.*<\/MsgId>/, ''));
    expect(world.vault.all()).toHaveLength(1);
  });

  it('is proven to be for us by whatever the secret says: the corporation, a suite, or nobody', async () => {
    const suite = { ...CORPORATION, receiveId: 'ww-suite' };
    const nobody = { ...CORPORATION, receiveId: '' };
    const statusOf = async (secret: object, receiveId: string) =>
      (await sendWecom(wecomWorld(secret), said(), receiveId)).status;
    expect(await statusOf(suite, 'ww-suite')).toBe(200);
    expect(await statusOf(suite, CORPORATION.corpId)).toBe(403);
    expect(await statusOf(nobody, '')).toBe(200);
    expect(await statusOf(nobody, CORPORATION.corpId)).toBe(403);
    expect(await statusOf(CORPORATION, '')).toBe(403);
  });

  it('is refused without its seal, whatever else is true of it', async () => {
    const refused = async (request: Parameters<typeof send>[1]) => {
      const world = wecomWorld();
      const { status } = await send(createHandler(world), request);
      expect(world.conversations.all()).toEqual([]);
      return status;
    };
    const sealed = sealMessage(said(), KEYS);
    const [query, body] = [wecomQuery(sealed), envelope(sealed)];
    expect(await refused({ query, body: said() })).toBe(401);
    expect(await refused({ query, body, at: NOW + 301_000 })).toBe(401);
    expect(await refused({ query, body: 'x'.repeat(64 * 1024 + 1) })).toBe(413);
    expect(await refused({ query, body: '<xml><Encrypt>' })).toBe(400);
  });

  it('that nobody can read is kept for a person to look at', async () => {
    const world = wecomWorld();
    expect(await sendWecom(world, '<xml><Content>臭')).toMatchObject({ status: 200, text: '' });
    expect(world.vault.all()).toMatchObject([{ channel: 'wecom', flags: ['quarantined'] }]);
  });
});

const path = resolve(import.meta.dirname, '../../../shared/data/vectors.json');

describe.skipIf(!existsSync(path))('the published samples of WeCom', () => {
  interface Vector {
    readonly name: string;
    readonly platform: string;
    readonly token: string;
    readonly encodingAESKey: string;
    readonly receiveId: string;
    readonly timestamp: string;
    readonly nonce: string;
    readonly encrypt: string;
    readonly msg_signature: string;
    readonly plaintext: string;
    readonly postBody?: string;
    readonly bad_nonce?: string;
  }
  const all: Vector[] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).wxbiz_decrypt : [];
  const handlerFor = ({ token, encodingAESKey: encodingAesKey, receiveId: corpId }: Vector, world = wecomWorld()) =>
    createHandler({
      ...wecomWorld({ token, encodingAesKey, corpId }),
      vault: world.vault,
      conversations: world.conversations,
    });
  const queryOf = ({ msg_signature, timestamp, nonce }: Vector) => ({ msg_signature, timestamp, nonce });
  const samples = all.filter(({ platform }) => platform === 'wecom');

  it('are the four that we know', () => expect(samples).toHaveLength(4));

  it.each(samples.filter(({ plaintext }) => /^\d+$/.test(plaintext)))('$name is echoed', async (vector) => {
    const ask = (query: Record<string, string>) =>
      send(handlerFor(vector), { method: 'GET', query: { ...query, echostr: vector.encrypt } });
    expect((await ask(queryOf(vector))).text).toBe(vector.plaintext);
    expect((await ask({ ...queryOf(vector), nonce: vector.bad_nonce ?? '0' })).status).toBe(401);
  });

  async function heard(vector: Vector) {
    const world = wecomWorld();
    const body = vector.postBody ?? envelope(vector.encrypt);
    const at = Number(vector.timestamp) * 1000;
    expect((await send(handlerFor(vector, world), { query: queryOf(vector), body, at })).status).toBe(200);
    await atMinute(world, at + 360_000);
    return world;
  }

  it.each(samples.filter(({ plaintext }) => plaintext.includes('[CDATA[test]')))(
    '$name becomes a complaint',
    async (vector) => {
      expect((await heard(vector)).vault.all()).toMatchObject([
        {
          channel: 'wecom',
          text: 'test',
          original: { mediaType: 'text/xml', base64: Buffer.from(vector.plaintext).toString('base64') },
        },
      ]);
    },
  );

  it.each(samples.filter(({ plaintext }) => plaintext.includes('[CDATA[hello]')))(
    '$name is a greeting, and answered',
    async (vector) => {
      const { vault, conversations } = await heard(vector);
      expect(vault.all()).toEqual([]);
      expect(conversations.all()).toMatchObject([{ answered: [{ reply: { says: { kind: 'welcome' } } }] }]);
    },
  );
});
