import { describe, expect, it } from 'vitest';
import { readFields } from '../../adapters/wechat/fields.ts';
import { isSignature, openSeal, sealMessage } from '../../adapters/wechat/seal.ts';
import { createHandler } from '../../functions/accept-wechat-message/handler.ts';
import { atMinute } from '../support/chat.ts';
import { NOW, send } from '../support/intake.ts';
import { ACCOUNT, envelope, messageXml, sendSealed, signedQuery, wechatWorld, wordsOf } from '../support/wechat.ts';

const { signature, timestamp, nonce } = signedQuery('') as Record<'signature' | 'timestamp' | 'nonce', string>;

/** So long after the last message that it is submitted. */
const LATER = NOW + 6 * 60_000;

const done = (fields: Record<string, string> = {}) =>
  messageXml({ Content: '完成', MsgId: '23456789012345679', ...fields });

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
  it('is noted, and submitted by a word: its sender reads receipt, query code and date in the chat', async () => {
    const world = wechatWorld();
    const first = await sendSealed(world, messageXml());
    expect(wordsOf(first.text)).toMatch(/已记下第1条.*“完成”.*5分钟/);
    expect(world.vault.all()).toEqual([]);

    const answer = await sendSealed(world, done());
    expect(answer).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8' });
    const { Encrypt = '', MsgSignature = '', TimeStamp = '', Nonce = '' } = readFields(answer.text);
    expect(isSignature(MsgSignature, [ACCOUNT.token, TimeStamp, Nonce, Encrypt])).toBe(true);
    const reply = readFields(new TextDecoder().decode(openSeal(Encrypt, ACCOUNT)));
    const [kept] = world.vault.all();
    expect(reply).toMatchObject({
      ToUserName: 'o_sender',
      FromUserName: 'gh_office',
      MsgType: 'text',
      CreateTime: String(NOW / 1000),
    });
    expect(reply.Content).toContain(
      `登记编号：${kept?.receipt}\n查询码：${kept?.queryCode}\n是否受理，最迟2026年12月5日`,
    );
    expect(kept).toMatchObject({
      channel: 'wechat',
      text: '工地凌晨两点还在浇筑混凝土，噪声扰民。',
      contact: { openid: 'o_sender' },
      sourceId: `${ACCOUNT.appId}:o_sender:23456789012345678:${NOW / 1000}`,
    });
  });

  it('is submitted without a word once its sender has paused, as it came, byte for byte', async () => {
    const world = wechatWorld();
    await sendSealed(world, messageXml());
    expect(await atMinute(world, NOW + 4 * 60_000)).toMatchObject({
      submitted: 0,
      idleUntil: '2026-11-20T13:08:00.000Z',
    });
    expect(await atMinute(world, LATER)).toMatchObject({ submitted: 1, idleUntil: null });
    const [kept] = world.vault.all();
    expect(kept?.original).toEqual({ mediaType: 'text/xml', base64: Buffer.from(messageXml()).toString('base64') });
    expect(kept?.receivedAt).toBe(new Date(NOW).toISOString());
  });

  it('sent three times is one complaint, answered with one receipt', async () => {
    const world = wechatWorld();
    const replies: string[][] = [[], []];
    for (let i = 0; i < 3; i += 1)
      replies[0]?.push(wordsOf((await sendSealed(world, messageXml(), { at: NOW + i * 5000 })).text));
    for (let i = 0; i < 3; i += 1)
      replies[1]?.push(wordsOf((await sendSealed(world, done(), { at: NOW + i * 5000 })).text));
    expect(replies.map((same) => new Set(same).size)).toEqual([1, 1]);
    expect(replies[1]?.[0]).toContain(world.vault.all()[0]?.receipt);
    await sendSealed(world, messageXml(), { at: LATER });
    await atMinute(world, LATER + 360_000);
    expect(world.vault.all()).toHaveLength(1);
  });

  it('from another sender under the same MsgId is another complaint', async () => {
    const world = wechatWorld();
    await sendSealed(world, messageXml());
    await sendSealed(world, messageXml({ FromUserName: 'o_neighbour' }));
    await atMinute(world, LATER);
    expect(world.vault.all()).toHaveLength(2);
  });

  /** What becomes of a message that nothing follows. */
  const keptOf = async (fields: Record<string, string>) => {
    const world = wechatWorld();
    expect((await sendSealed(world, messageXml(fields))).status).toBe(200);
    await atMinute(world, LATER);
    const [kept, ...others] = world.vault.all();
    expect(others).toEqual([]);
    return kept;
  };

  it('with a picture is kept by its media id, and flagged as having no words', async () => {
    expect(await keptOf({ MsgType: 'image', Content: '', PicUrl: 'http://x', MediaId: 'media-1' })).toMatchObject({
      text: '',
      flags: ['no-text'],
      attachments: [{ mediaType: 'image/jpeg', mediaId: 'media-1' }],
    });
  });

  it.each([
    ['a single emoji', { Content: '😷' }],
    ['what WeChat does not pass on', { Content: '【收到不支持的消息类型，暂无法显示】' }],
    ['the same in other words', { Content: '【该消息类型不支持，请在手机上查看】' }],
    ['the same in English', { Content: '[Unsupported message type]' }],
    ['emoticons alone', { Content: '[流泪][愤怒] ！' }],
    ['a file, which WeChat gives nobody', { MsgType: 'file', Content: '', Title: '检测报告.pdf', FileKey: 'k' }],
    ['emoticons in their old spelling', { Content: '/::D/:strong' }],
    ['a type unknown to us without words', { MsgType: 'channels_feed', Content: '' }],
    ['a picture without its id', { MsgType: 'image', Content: '', PicUrl: 'http://x' }],
    ['a place that is none', { MsgType: 'location', Content: '', Location_X: '200', Location_Y: '30' }],
  ])('that is %s is said not to have come through, and makes no complaint by itself', async (_, fields) => {
    const world = wechatWorld();
    expect(wordsOf((await sendSealed(world, messageXml(fields))).text)).toContain('没有传到');
    expect(wordsOf((await sendSealed(world, done())).text)).toContain('没有待提交的内容');
    await atMinute(world, LATER);
    expect(world.vault.all()).toEqual([]);
  });

  it.each(['【举报】城东化工厂夜里排污', '【城东化工厂夜里排污】', '这种车牌不支持查询？[愤怒]'])(
    'that says something in such marks is kept: %s',
    async (Content) => {
      expect(await keptOf({ Content })).toMatchObject({ text: Content, flags: [] });
    },
  );

  it('that tells of an emergency is submitted at once, and what follows is added to it', async () => {
    const isEmergency = (text: string) => text.includes('爆炸');
    const chat = wechatWorld();
    const world = { ...chat, settings: { ...chat.settings, isEmergency } };
    const answer = await sendSealed(world, messageXml({ Content: '东门化工厂爆炸了' }));
    expect(wordsOf(answer.text)).toMatch(/登记编号：.*可能紧急，已立即提交/s);
    const [emergency] = world.vault.all();
    expect(emergency).toMatchObject({ text: '东门化工厂爆炸了', receivedAt: new Date(NOW).toISOString() });
    await sendSealed(world, messageXml({ Content: '在东门大街8号', MsgId: '23456789012345680' }));
    await atMinute(world, LATER);
    expect(world.vault.all().map(({ follows }) => follows)).toEqual([
      undefined,
      { to: emergency?.receipt, as: 'supplement' },
    ]);
  });

  it('of speech is kept with what was understood of it', async () => {
    const voice = { MsgType: 'voice', Content: '', MediaId: 'media-2', Format: 'amr', Recognition: '厂里半夜排烟' };
    const world = wechatWorld();
    await sendSealed(world, messageXml(voice));
    await atMinute(world, LATER);
    expect(world.vault.all()).toMatchObject([{ text: '厂里半夜排烟', attachments: [{ mediaId: 'media-2' }] }]);
  });

  it('with a place is kept as address and point, moved from the Chinese map to WGS-84', async () => {
    const place = { Location_X: '39.908722', Location_Y: '116.397499', Scale: '15', Label: '东长安街' };
    const kept = await keptOf({ MsgType: 'location', Content: '', ...place });
    expect(kept).toMatchObject({ address: '东长安街', flags: ['no-text'] });
    expect(kept?.location?.latitude).toBeCloseTo(39.90732, 4);
    expect(kept?.location?.longitude).toBeCloseTo(116.39126, 4);
  });

  it('whose point nobody can read is kept with the name of the place', async () => {
    const place = { Location_X: '1.0E-5', Location_Y: '', Label: '东长安街' };
    expect(await keptOf({ MsgType: 'location', Content: '', ...place })).toMatchObject({
      address: '东长安街',
      location: undefined,
      contact: { openid: 'o_sender' },
    });
  });

  it.each(['voice', 'video', 'shortvideo', 'link', 'something_new'])('of type %s is kept as well', async (MsgType) => {
    expect(await keptOf({ MsgType })).toMatchObject({ channel: 'wechat' });
  });

  it('whose id is spelt MsgID is a message all the same', async () => {
    const world = wechatWorld();
    await sendSealed(world, messageXml().replaceAll('MsgId', 'MsgID'));
    await atMinute(world, LATER);
    expect(world.vault.all()).toMatchObject([{ flags: [], sourceId: expect.stringContaining('23456789012345678') }]);
  });

  it('in JSON is understood, all digits of its id kept, and answered in JSON', async () => {
    const world = wechatWorld();
    const json = (Content: string, id: string) =>
      `{"ToUserName":"gh","FromUserName":"o_1","CreateTime":1795000000,"MsgType":"text","Content":${JSON.stringify(Content)},"MsgId":${id}}`;
    const sendJson = (content: string) => {
      const Encrypt = sealMessage(content, ACCOUNT);
      return send(createHandler(world), {
        query: signedQuery(Encrypt),
        body: JSON.stringify({ ToUserName: 'gh', Encrypt }),
      });
    };
    await sendJson(json('臭"MsgId":1', '23456789012345678'));
    const { type, json: reply } = await sendJson(json('完成', '23456789012345679'));
    expect(type).toBe('application/json; charset=utf-8');
    expect(isSignature(reply.MsgSignature, [ACCOUNT.token, String(reply.TimeStamp), reply.Nonce, reply.Encrypt])).toBe(
      true,
    );
    const opened = JSON.parse(new TextDecoder().decode(openSeal(reply.Encrypt, ACCOUNT)));
    const [kept] = world.vault.all();
    expect(opened).toEqual({
      ToUserName: 'o_1',
      FromUserName: 'gh',
      CreateTime: NOW / 1000,
      MsgType: 'text',
      Content: expect.stringContaining(kept?.receipt ?? '-'),
    });
    expect(kept).toMatchObject({ text: '臭"MsgId":1', sourceId: `${ACCOUNT.appId}:o_1:23456789012345678:1795000000` });
  });

  it('in the compatible mode counts only by its sealed part', async () => {
    const world = wechatWorld();
    const encrypted = sealMessage(messageXml(), ACCOUNT);
    const body = envelope(encrypted, '<MsgType>text</MsgType><Content>伪造</Content><MsgId>1</MsgId>');
    await send(createHandler(world), { query: signedQuery(encrypted), body });
    await atMinute(world, LATER);
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
