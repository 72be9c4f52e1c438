import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { wechatAccount } from '../../../adapters/wechat/account.ts';
import { wechatMedia } from '../../../adapters/wechat/media.ts';
import { mediaTypeOf } from '../../../domain/attachments/media-type.ts';
import { HOUR, listeningAt, SECRET, wechatForTests } from '../../support/wechat-api.ts';

const heard = (MsgType: string) => ({ FromUserName: 'o_citizen', MsgType, MediaId: `${MsgType}-1` });

describe('a medium that WeChat holds', () => {
  it.each([
    ['image', 'image/jpeg'],
    ['voice', 'audio/amr'],
    ['video', 'video/mp4'],
    ['shortvideo', 'video/mp4'],
  ])('of a message of type %s comes as %s, be it at another address', async (kind, mediaType) => {
    const { api, account } = await wechatForTests();
    api.hear('wechat', heard(kind));
    const medium = await wechatMedia(account())(`${kind}-1`);
    expect(medium.kind).toBe('found');
    expect(mediaTypeOf('bytes' in medium ? medium.bytes : new Uint8Array(), 'unknown')).toBe(mediaType);
  });

  it('for WeCom comes from WeCom', async () => {
    const { api, account, wecom } = await wechatForTests();
    api.hear('wecom', heard('image'));
    expect(await wechatMedia(wecom())('image-1')).toMatchObject({ kind: 'found' });
    expect(await wechatMedia(account())('image-1')).toEqual({ kind: 'lost', loss: 'expired' });
  });

  it('is lost after three days', async () => {
    const { api, account, pass } = await wechatForTests();
    api.hear('wechat', heard('image'));
    pass(72 * HOUR - 1);
    expect(await wechatMedia(account())('image-1')).toMatchObject({ kind: 'found' });
    pass(1);
    expect(await wechatMedia(account())('image-1')).toEqual({ kind: 'lost', loss: 'expired' });
  });

  it.each([
    [-1, 'busy'],
    [45009, 'busy'],
    [45011, 'busy'],
    [40001, 'busy'],
    [40164, 'barred'],
    [60020, 'barred'],
    [48001, 'barred'],
    [50002, 'barred'],
  ])('that is refused with errcode %i is %s', async (errcode, kind) => {
    const { api, account } = await wechatForTests();
    api.hear('wechat', heard('image'));
    api.refuse({ path: '/cgi-bin/media/get', errcode, times: 2 });
    expect(await wechatMedia(account())('image-1')).toEqual({ kind, reason: `errcode ${errcode}` });
  });

  it('for which we may not even have a token is barred: our address is not on the list', async () => {
    const { api, account, paths } = await wechatForTests();
    api.refuse({ path: '/cgi-bin/stable_token', errcode: 40164 });
    expect(await wechatMedia(account())('image-1')).toEqual({ kind: 'barred', reason: 'errcode 40164' });
    expect(paths()).toEqual(['stable_token 40164']);
  });

  it('is barred while the account has no app secret', async () => {
    const { account } = await wechatForTests();
    const media = wechatMedia(account({ appId: SECRET.appId }));
    expect(await media('image-1')).toEqual({ kind: 'barred', reason: 'no app secret' });
  });
});

/** Gives a token, then answers every request for a medium alike. */
async function answering(bytes: Uint8Array | string, status = 200, type = 'image/jpeg') {
  const token = JSON.stringify({ access_token: 't', expires_in: 7200 });
  const base = await listeningAt(
    createServer((request, response) => {
      const isToken = request.url!.startsWith('/cgi-bin/stable_token');
      response.writeHead(isToken ? 200 : status, { 'content-type': isToken ? 'application/json' : type });
      response.end(isToken ? token : bytes);
    }),
  );
  const cache = { read: async () => undefined, write: async () => {} };
  return wechatMedia(wechatAccount({ base, secret: async () => SECRET, cache, now: () => new Date() }));
}

describe('an answer', () => {
  it.each([
    [
      'an error under the name of a picture',
      '{"errcode":40007,"errmsg":"invalid media_id"}',
      200,
      { kind: 'lost', loss: 'expired' },
    ],
    ['more than anybody could have sent', Buffer.alloc(26 * 1024 * 1024), 200, { kind: 'lost', loss: 'too-large' }],
    ['nothing', '', 200, { kind: 'busy', reason: 'no bytes' }],
    ['the page of a gateway', '<html>', 502, { kind: 'busy', reason: 'HttpFailure' }],
  ] as const)('with %s is told from a medium', async (_, bytes, status, medium) => {
    expect(await (await answering(bytes, status))('image-1')).toEqual(medium);
  });

  it('that is a JSON file somebody sent is that file', async () => {
    expect(await (await answering('{"a":1}'))('file-1')).toEqual({ kind: 'found', bytes: Buffer.from('{"a":1}') });
  });

  it('that never comes is waited for no longer than the queue has time', async () => {
    const media = wechatMedia(
      wechatAccount({
        base: 'http://127.0.0.1:1',
        secret: async () => SECRET,
        cache: { read: async () => undefined, write: async () => {} },
        now: () => new Date(),
      }),
    );
    expect(await media('image-1')).toEqual({ kind: 'busy', reason: 'NoToken' });
  });
});
