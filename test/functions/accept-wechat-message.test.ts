import { describe, expect, it } from 'vitest';
import { readFields } from '../../adapters/wechat/fields.ts';
import { isSignature, openSeal, sealMessage } from '../../adapters/wechat/seal.ts';
import { createHandler } from '../../functions/accept-wechat-message/handler.ts';
import { NOW, send } from '../support/intake.ts';
import { ACCOUNT, envelope, messageXml, sendSealed, signedQuery, wechatWorld } from '../support/wechat.ts';

const PLAIN = { ...ACCOUNT, allowPlain: true };
const { signature, timestamp, nonce } = signedQuery('') as Record<'signature' | 'timestamp' | 'nonce', string>;

describe('GET /v1/channels/wechat', () => {
  it('gives the echo string back to WeChat, however old its question', async () => {
    const query = { signature, timestamp, nonce, echostr: '4375120948345356249' };
    const answer = await send(createHandler(wechatWorld()), { method: 'GET', query, at: NOW + 9e9 });
    expect(answer).toMatchObject({ status: 200, text: '4375120948345356249', type: 'text/plain; charset=utf-8' });
  });

  it('gives nothing back to anybody else', async () => {
    const query = { signature: '0'.repeat(40), timestamp, nonce, echostr: '42' };
    expect((await send(createHandler(wechatWorld()), { method: 'GET', query })).status).toBe(401);
    expect((await send(createHandler(wechatWorld()), { method: 'GET' })).status).toBe(401);
  });
});

describe('a sealed message', () => {
  it('is kept, and its sender reads receipt, query code and date in the chat', async () => {
    const world = wechatWorld();
    const answer = await sendSealed(world, messageXml());

    expect(answer).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8' });
    const { Encrypt = '', MsgSignature = '', TimeStamp = '', Nonce = '' } = readFields(answer.text);
    expect(isSignature(MsgSignature, [ACCOUNT.token, TimeStamp, Nonce, Encrypt])).toBe(true);
    const reply = readFields(new TextDecoder().decode(openSeal(Encrypt, ACCOUNT)));
    const [kept] = world.vault.all();
    expect(reply).toMatchObject({ ToUserName: 'o_sender', FromUserName: 'gh_office', MsgType: 'text' });
    expect(reply.Content).toContain(
      `受理编号：${kept?.receipt}\n查询码：${kept?.queryCode}\n是否受理，最迟2026年12月5日`,
    );
    expect(kept).toMatchObject({
      channel: 'wechat',
      text: '工地凌晨两点还在浇筑混凝土，噪声扰民。',
      contact: { openid: 'o_sender' },
      sourceId: `${ACCOUNT.appId}:o_sender:23456789012345678:${NOW / 1000}`,
    });
  });

  it('sent three times is one complaint, answered with one receipt', async () => {
    const world = wechatWorld();
    const replies = [];
    for (let i = 0; i < 3; i += 1) {
      const { text } = await sendSealed(world, messageXml(), { at: NOW + i * 5000 });
      replies.push(readFields(new TextDecoder().decode(openSeal(readFields(text).Encrypt ?? '', ACCOUNT))).Content);
    }
    expect(new Set(replies).size).toBe(1);
    expect(world.vault.all()).toHaveLength(1);
  });

  it('from another sender under the same MsgId is another complaint', async () => {
    const world = wechatWorld();
    await sendSealed(world, messageXml());
    await sendSealed(world, messageXml({ FromUserName: 'o_neighbour' }));
    expect(world.vault.all()).toHaveLength(2);
  });

  it('with a picture is kept by its media id, and flagged as having no words', async () => {
    const world = wechatWorld();
    await sendSealed(world, messageXml({ MsgType: 'image', Content: '', PicUrl: 'http://x', MediaId: 'media-1' }));
    expect(world.vault.all()).toMatchObject([
      { text: '', flags: ['no-text'], attachments: [{ mediaType: 'image/jpeg', mediaId: 'media-1' }] },
    ]);
  });

  it('with a place is kept as address and point, moved from the Chinese map to WGS-84', async () => {
    const world = wechatWorld();
    const place = { Location_X: '39.908722', Location_Y: '116.397499', Scale: '15', Label: '东长安街' };
    await sendSealed(world, messageXml({ MsgType: 'location', Content: '', ...place }));

    const [kept] = world.vault.all();
    expect(kept).toMatchObject({ address: '东长安街', flags: ['no-text'] });
    expect(kept?.location?.latitude).toBeCloseTo(39.90732, 4);
    expect(kept?.location?.longitude).toBeCloseTo(116.39126, 4);
  });

  it.each(['voice', 'video', 'shortvideo', 'link', 'something_new'])('of type %s is kept as well', async (MsgType) => {
    const world = wechatWorld();
    expect((await sendSealed(world, messageXml({ MsgType }))).status).toBe(200);
    expect(world.vault.all()).toHaveLength(1);
  });

  it('about an event is no complaint', async () => {
    const world = wechatWorld();
    const content = messageXml({ MsgType: 'event', Event: 'subscribe' }).replace(/<MsgId>.*<\/MsgId>/, '');
    expect((await sendSealed(world, content)).text).toBe('success');
    expect(world.vault.all()).toEqual([]);
  });

  it('in JSON is understood, all digits of its id kept, and answered so that the sender sees no error', async () => {
    const world = wechatWorld();
    const content = `{"ToUserName":"gh","FromUserName":"o_1","CreateTime":1795000000,"MsgType":"text","Content":"臭\\"MsgId\\":1","MsgId":23456789012345678}`;
    expect((await sendSealed(world, content)).text).toBe('success');
    expect(world.vault.all()).toMatchObject([
      { text: '臭"MsgId":1', sourceId: `${ACCOUNT.appId}:o_1:23456789012345678:1795000000` },
    ]);
  });

  it('in the compatible mode counts only by its sealed part', async () => {
    const world = wechatWorld();
    const encrypted = sealMessage(messageXml(), ACCOUNT);
    const body = envelope(encrypted, '<MsgType>text</MsgType><Content>伪造</Content><MsgId>1</MsgId>');
    await send(createHandler(world), { query: signedQuery(encrypted), body });
    expect(world.vault.all()).toMatchObject([{ text: '工地凌晨两点还在浇筑混凝土，噪声扰民。' }]);
  });

  it.each([
    ['broken XML', '<xml><Content>臭'],
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY e "e">]>${messageXml()}`],
    ['a field that comes twice', messageXml().replace('</xml>', '<Content>two</Content></xml>')],
    ['no MsgId', messageXml({ MsgId: '' })],
    ['bytes of no charset', Buffer.from([0x3c, 0xff, 0xfe]).toString('latin1')],
    ['nothing at all', ''],
    ['16 000 bytes of nesting', `<xml>${'<a>'.repeat(2_000)}${'</a>'.repeat(1_999)}</xml>`],
  ])('with %s inside is kept for a person to look at, once', async (_, content) => {
    const world = wechatWorld();
    const answers = [await sendSealed(world, content), await sendSealed(world, content)];
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [200, 'success'],
      [200, 'success'],
    ]);
    expect(world.vault.all()).toMatchObject([{ flags: ['quarantined'] }]);
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
    const { text } = await send(createHandler(world), plain);
    expect(readFields(text).Content).toContain(world.vault.all()[0]?.receipt);
  });
});
