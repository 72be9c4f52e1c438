import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../adapters/wechat/fields.ts';
import { sealMessage } from '../../adapters/wechat/seal.ts';
import { createHandler } from '../../functions/accept-wechat-message/handler.ts';
import { atMinute } from '../support/chat.ts';
import { NOW, send } from '../support/intake.ts';
import { ACCOUNT, envelope, messageXml, sendSealed, signedQuery, wechatWorld, wordsOf } from '../support/wechat.ts';

const PLAIN = { ...ACCOUNT, allowPlain: true };

const { signature, timestamp, nonce } = signedQuery('') as Record<'signature' | 'timestamp' | 'nonce', string>;

/** So long after the last message that it is submitted. */
const LATER = NOW + 6 * 60_000;

const done = (fields: Record<string, string> = {}) =>
  messageXml({ Content: '完成', MsgId: '23456789012345679', ...fields });

const path = resolve(import.meta.dirname, '../../../shared/data/vectors.json');

describe('an event', () => {
  const event = (fields: Record<string, string>) =>
    messageXml({ MsgType: 'event', ...fields }).replace(/<MsgId>.*<\/MsgId>|<Content>.*<\/Content>/g, '');
  const hear = async (fields: Record<string, string>, world = wechatWorld()) => {
    const { status, text } = await sendSealed(world, event(fields));
    expect(status).toBe(200);
    return wordsOf(text);
  };

  it.each([
    ['who subscribes', { Event: 'subscribe' }],
    ['who subscribes by a code', { Event: 'subscribe', EventKey: 'qrscene_1', Ticket: 't' }],
    ['who scans a code', { Event: 'SCAN', EventKey: '1', Ticket: 't' }],
  ])('greets somebody %s with what can be done here', async (_, fields) => {
    expect(await hear(fields)).toMatch(/^您好[\s\S]*“完成”[\s\S]*“查询”/);
  });

  it.each([
    ['LOCATION', { Latitude: '23.1', Longitude: '113.3', Precision: '119' }],
    ['VIEW', { EventKey: 'https://example.com' }],
    ['subscribe_msg_popup_event', {}],
    ['something_new', {}],
    ['CLICK', { EventKey: 'constructor' }],
  ])('%s is acknowledged, and is no complaint', async (Event, fields) => {
    const world = wechatWorld();
    expect((await sendSealed(world, event({ Event, ...fields }))).text).toBe('success');
    await atMinute(world, LATER);
    expect(world.vault.all()).toEqual([]);
    expect(world.conversations.all()).toEqual([]);
  });

  it('of a menu button is as good as its words, once for each time it is pressed', async () => {
    const world = wechatWorld();
    await sendSealed(world, messageXml());
    const press = { Event: 'CLICK', EventKey: 'HUIYIN_SUBMIT' };
    const replies = [await hear(press, world), await hear(press, world)];
    expect(replies[0]).toContain(world.vault.all()[0]?.receipt);
    expect(replies[1]).toBe(replies[0]);
    expect(await hear({ ...press, CreateTime: String(NOW / 1000 + 1) }, world)).toContain('没有待提交的内容');
    expect(world.vault.all()).toHaveLength(1);
  });

  it('of somebody who leaves submits what they had begun, and forgets the conversation', async () => {
    const world = wechatWorld();
    await sendSealed(world, messageXml());
    for (let i = 0; i < 3; i += 1) expect(await hear({ Event: 'unsubscribe' }, world)).toBe('');
    expect(world.vault.all()).toMatchObject([{ text: '工地凌晨两点还在浇筑混凝土，噪声扰民。' }]);
    expect(world.conversations.all()).toEqual([]);
  });
});

describe('a message that WeChat does not vouch for', () => {
  const refused = async (request: Parameters<typeof send>[1], world = wechatWorld()) => {
    const { status, type } = await send(createHandler(world), request);
    expect(type).toBe('application/problem+json; charset=utf-8');
    expect(world.vault.all()).toEqual([]);
    return status;
  };
  const sealed = sealMessage(messageXml(), ACCOUNT);
  const query = signedQuery(sealed);
  const body = envelope(sealed);

  it('is refused when its signature is wrong, missing, or that of the plain mode', async () => {
    expect(await refused({ query: { ...query, msg_signature: '0'.repeat(40) }, body })).toBe(401);
    expect(await refused({ query: { ...query, msg_signature: signature }, body })).toBe(401);
    expect(await refused({ body })).toBe(401);
  });

  it('is refused five minutes after or before its time', async () => {
    expect(await refused({ query, body, at: NOW + 301_000 })).toBe(401);
    expect(await refused({ query, body, at: NOW - 301_000 })).toBe(401);
  });

  it('is refused when it was sealed for another account or under another key', async () => {
    const other = sealMessage(messageXml(), { ...ACCOUNT, appId: 'wxOther' });
    expect(await refused({ query: signedQuery(other), body: envelope(other) })).toBe(403);
    const strange = sealMessage(messageXml(), { ...ACCOUNT, encodingAesKey: ACCOUNT.encodingAesKey.toUpperCase() });
    expect(await refused({ query: signedQuery(strange), body: envelope(strange) })).toBe(403);
  });

  it.each([
    ['that is broken', '<xml><Encrypt>'],
    ['that is nested beyond reason', '<xml>'.repeat(6_000) + '</xml>'.repeat(5_000)],
    ['of JSON that is nested beyond reason', `{"Encrypt":${'['.repeat(60_000)}`],
    ['with a DOCTYPE', `<!DOCTYPE x>${body}`],
    ['with two seals', body.replace('</xml>', `<Encrypt>${sealed}</Encrypt></xml>`)],
  ])('is refused in an envelope %s', async (_, envelopeXml) => {
    expect(await refused({ query, body: envelopeXml })).toBe(400);
  });

  it('is refused beyond 64 KB', async () => {
    expect(await refused({ query, body: 'x'.repeat(64 * 1024 + 1) })).toBe(413);
  });

  it('is refused in plain mode, unless the account allows it', async () => {
    const plain = { query: { signature, timestamp, nonce }, body: messageXml() };
    expect(await refused(plain)).toBe(403);
    expect(await refused({ ...plain, query: { ...plain.query, signature: '0' } }, wechatWorld(PLAIN))).toBe(401);

    const world = wechatWorld(PLAIN);
    await send(createHandler(world), plain);
    const { text } = await send(createHandler(world), { ...plain, body: done() });
    expect(readFields(text).Content).toContain(world.vault.all()[0]?.receipt);
  });
});

describe.skipIf(!existsSync(path))('the messages of other projects', () => {
  const { wechat_xml, wxbiz_decrypt } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};

  it('are taken: each message that says anything becomes a complaint, and no event or greeting does', async () => {
    for (const { xml } of wechat_xml as { xml: string }[]) {
      const world = wechatWorld();
      expect((await sendSealed(world, xml)).status).toBe(200);
      await atMinute(world, LATER);
      expect(world.vault.all()).toHaveLength(/<Event>|notsure|你好/.test(xml) ? 0 : 1);
      expect(world.vault.all().flatMap(({ flags }) => flags)).not.toContain('quarantined');
    }
  });

  it('include the official one in JSON, with a padding that Node itself does not know', async () => {
    const [{ token, encodingAESKey: encodingAesKey, receiveId: appId, encrypt, ...vector }] = wxbiz_decrypt;
    const world = wechatWorld({ token, encodingAesKey, appId, allowPlain: false });
    const { timestamp, nonce, msg_signature } = vector;
    const query = { timestamp, nonce, msg_signature, encrypt_type: 'aes' };
    const body = JSON.stringify({ ToUserName: 'gh', Encrypt: encrypt });
    const answer = await send(createHandler(world), { query, body, at: Number(timestamp) * 1000 });
    expect(answer).toMatchObject({ status: 200, text: 'success' });
    expect(world.vault.all()).toEqual([]);
  });
});
