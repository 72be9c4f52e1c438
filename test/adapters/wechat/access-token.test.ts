import { describe, expect, it } from 'vitest';
import { dynamoAccessTokens } from '../../../adapters/dynamodb/correspondence/access-tokens.ts';
import { memoryAccessTokens } from '../../../adapters/memory/access-tokens.ts';
import { accessTokens } from '../../../adapters/wechat/access-token.ts';
import { createCorrespondenceTable, dynamoDbForTests } from '../../support/dynamodb-local.ts';
import { HOUR, wechatForTests } from '../../support/wechat-api.ts';

const ask = { method: 'GET', path: '/cgi-bin/media/get', query: { media_id: 'none' } } as const;
const refused = (errcode: number) => expect.objectContaining({ name: 'WechatRefusal', errcode });

describe('an access token', () => {
  it('is asked for once, however many functions call, and again shortly before its two hours are over', async () => {
    const { account, pass, paths } = await wechatForTests();
    const [one, other] = [account(), account()];
    for (const call of [one, one, other]) await expect(call(ask)).rejects.toEqual(refused(40007));
    expect(paths()).toEqual(['stable_token 0', 'media/get 40007', 'media/get 40007', 'media/get 40007']);
    pass(2 * HOUR - 240_000);
    await expect(one(ask)).rejects.toEqual(refused(40007));
    await expect(other(ask)).rejects.toEqual(refused(40007));
    expect(
      paths()
        .slice(4)
        .filter((path) => path.startsWith('stable_token')),
    ).toHaveLength(1);
  });

  it('that two functions ask for at the same moment is the same one', async () => {
    const { account, paths, cache } = await wechatForTests();
    await Promise.allSettled([account()(ask), account()(ask)]);
    expect(
      paths()
        .filter((path) => path.startsWith('media'))
        .toSorted(),
    ).toEqual(['media/get 40007', 'media/get 40007']);
    expect([...cache.tokens.keys()]).toEqual(['wechat']);
  });

  it.each([40001, 40014, 42001])(
    'that WeChat refuses with %i is forgotten, and asked for once more',
    async (errcode) => {
      const { account, api, paths } = await wechatForTests();
      api.refuse({ path: '/cgi-bin/media/get', errcode });
      await expect(account()(ask)).rejects.toEqual(refused(40007));
      expect(paths()).toEqual(['stable_token 0', `media/get ${errcode}`, 'stable_token 0', 'media/get 40007']);
    },
  );

  it('is never asked for a third time', async () => {
    const { account, api, paths } = await wechatForTests();
    api.refuse({ path: '/cgi-bin/media/get', errcode: 40001, times: 9 });
    await expect(account()(ask)).rejects.toEqual(refused(40001));
    expect(paths()).toHaveLength(4);
  });

  it('that another function has replaced already is taken from the cache', async () => {
    const cache = memoryAccessTokens();
    const now = () => new Date('2026-11-20T01:00:00.000Z');
    const expiresAt = '2026-11-20T03:00:00.000Z';
    await cache.write('wechat', { value: 'old', expiresAt });
    const fetchToken = () => Promise.reject(new Error('asked WeChat'));
    const tokens = accessTokens({ account: 'wechat', cache, fetchToken, now });
    expect(await tokens.current()).toBe('old');
    await cache.write('wechat', { value: 'new', expiresAt });
    expect(await tokens.insteadOf('old')).toBe('new');
    expect(await tokens.current()).toBe('new');
  });

  it.each([40164, 40125, 40013, -1, 45009, 45011])(
    'that is refused with %i is not asked for again',
    async (errcode) => {
      const { account, api, paths } = await wechatForTests();
      api.refuse({ path: '/cgi-bin/stable_token', errcode });
      await expect(account()(ask)).rejects.toEqual(refused(errcode));
      expect(paths()).toEqual([`stable_token ${errcode}`]);
    },
  );

  it('is not asked for by an account that was given no app secret', async () => {
    const { account, paths } = await wechatForTests();
    await expect(account({ appId: 'wx0123456789abcdef' })(ask)).rejects.toMatchObject({ name: 'NoAppSecret' });
    expect(paths()).toEqual([]);
  });

  it('of WeCom is one of its own', async () => {
    const { wecom, account, paths, cache } = await wechatForTests();
    await expect(wecom()(ask)).rejects.toEqual(refused(40007));
    await expect(account()(ask)).rejects.toEqual(refused(40007));
    expect(paths()).toEqual(['gettoken 0', 'media/get 40007', 'stable_token 0', 'media/get 40007']);
    expect([...cache.tokens.keys()]).toEqual(['wecom', 'wechat']);
  });
});

describe('the cache in the correspondence table', () => {
  const { service } = dynamoDbForTests();

  it('keeps a token as long as it holds, under a key that tells the account and nothing else', async () => {
    await createCorrespondenceTable(service.tables, 'correspondence');
    const cache = dynamoAccessTokens(service.tables, 'correspondence');
    expect(await cache.read('wechat')).toBeUndefined();
    const token = { value: 'x'.repeat(512), expiresAt: '2026-11-20T03:00:00.500Z' };
    await cache.write('wechat', token);
    await cache.write('wecom', { ...token, value: 'other' });
    expect(await cache.read('wechat')).toEqual(token);
  });
});
