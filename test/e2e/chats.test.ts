import { describe, expect, it } from 'vitest';
import { sealMessage, signatureOf } from '../../adapters/wechat/seal.ts';
import { chatter, receiptIn } from './support/chats.ts';
import { readVault } from './support/inside.ts';
import { afterAllIsDone, call, demoProvince } from './support/running.ts';

// Thursday, 10 September 2026, 10:00 in Beijing.
const stack = demoProvince('2026-09-10T02:00:00.000Z');

const wait = (minutes: number) =>
  stack().advanceTo(new Date(Date.parse(stack().now()) + minutes * 60_000).toISOString());

const complaintOf = async (receipt: string) => (await readVault(stack())).find((item) => item.receipt === receipt);

const SMOKE = '禾阳市临禾区城东工业园的化工厂，夜里十点以后偷排刺鼻气味的废气，居民不敢开窗。';

describe.each(['wechat', 'wecom'] as const)('somebody on %s', (medium) => {
  it('sends a sentence, three photos and where they are, says 完成, and has one complaint with one receipt', async () => {
    const { cases: before } = await afterAllIsDone(stack());
    const citizen = chatter(stack, `o_pieces_${medium}`, medium);
    expect(await citizen.says(SMOKE)).toContain('已记下第1条');
    for (const photo of ['a', 'b', 'c']) await citizen.shows(`media-${medium}-${photo}`);
    expect(await citizen.isAt('城东工业园', 39.908722, 116.397499)).toContain('已记下第5条');
    const reply = await citizen.says('“完成”。', 3);

    const receipt = receiptIn(reply);
    expect((await afterAllIsDone(stack())).cases).toBe(before + 1);
    expect(reply).toMatch(/登记编号：QH(-[0-9A-Z]{4}){3}\n查询码：[0-9A-Z]{8}\n/);
    const kept = await complaintOf(receipt);
    expect(kept).toMatchObject({
      channel: medium,
      text: SMOKE,
      address: '城东工业园',
      anonymous: false,
      attachments: ['a', 'b', 'c'].map((photo) => ({ mediaId: `media-${medium}-${photo}` })),
      location: { latitude: expect.closeTo(39.90732, 4), longitude: expect.closeTo(116.39126, 4) },
      contact: medium === 'wechat' ? { openid: 'o_pieces_wechat' } : { wecomUserId: 'o_pieces_wecom' },
    });
  });

  it('does the same without 完成, and finds the receipt after the pause', async () => {
    const { cases: before } = await afterAllIsDone(stack());
    const citizen = chatter(stack, `o_paused_${medium}`, medium);
    await citizen.says('汀江市滨江路海鲜大排档油烟直排居民楼。');
    for (const photo of ['a', 'b', 'c']) await citizen.shows(`paused-${medium}-${photo}`, 3);
    await citizen.isAt('滨江路', 39.9, 116.4);
    await wait(4);
    expect((await afterAllIsDone(stack())).cases).toBe(before);
    await wait(2);
    expect((await afterAllIsDone(stack())).cases).toBe(before + 1);

    const receipt = receiptIn(await citizen.says('完成'));
    expect((await complaintOf(receipt))?.attachments).toHaveLength(3);
    expect((await afterAllIsDone(stack())).cases).toBe(before + 1);
  });

  it('asks for the progress of what they sent without a code, and of nothing else', async () => {
    const citizen = chatter(stack, `o_asks_${medium}`, medium);
    await citizen.says('楼下KTV低音炮每晚震到两点，在松崖市松涧区人民路120号。');
    const told = await citizen.says('提交');
    await stack().drain();
    const [receipt, code] = [receiptIn(told), /查询码：(\S+)/.exec(told)?.[1]];
    expect(await citizen.says(`查询 ${receipt}`)).toMatch(`登记编号：${receipt}\n办理情况：已登记，待受理`);
    expect(await citizen.says('查询')).toContain(receipt);

    const neighbour = chatter(stack, `o_neighbour_${medium}`, medium);
    expect(await neighbour.says(`查询${receipt}`)).toContain('查询码');
    expect(await neighbour.says(`查询 ${receipt} AAAAAAAA`)).toContain('不正确');
    expect(await neighbour.says(`查询 ${receipt}，查询码：${code}`)).toContain('办理情况：已登记');
    expect((await afterAllIsDone(stack())).deadLetters).toBe(0);
  });

  it('urges what they sent and adds a photo to it: both go to its case, and open none', async () => {
    const citizen = chatter(stack, `o_follows_${medium}`, medium);
    await citizen.says('泽宁市北郊养猪场把粪水直接排进小河，河水发黑发臭，鱼都死了。');
    const receipt = receiptIn(await citizen.says('完成'));
    const { cases: before } = await afterAllIsDone(stack());
    expect(await citizen.says(`催办${receipt}，已经一个月没人来了`)).toContain(`您对${receipt}的催办已登记`);
    expect(await citizen.says('补充')).toContain(`将补充到${receipt}`);
    await citizen.shows(`more-${medium}`);
    expect(await citizen.says('完成')).toContain(`您对${receipt}的补充已登记`);
    expect((await afterAllIsDone(stack())).cases).toBe(before);
    const followed = (await readVault(stack())).filter(({ follows }) => (follows as { to?: string })?.to === receipt);
    expect(followed.map(({ follows }) => (follows as { as: string }).as).toSorted()).toEqual(['supplement', 'urge']);
  });

  it('is greeted when they come, and gives up what they began with 取消', async () => {
    const { cases: before } = await afterAllIsDone(stack());
    const citizen = chatter(stack, `o_cancels_${medium}`, medium);
    expect(await citizen.deliver({ MsgType: 'event', Event: 'subscribe' }, 3)).toMatch(/^您好/);
    await citizen.says('试一下');
    expect(await citizen.says('取消')).toContain('已取消');
    await wait(10);
    expect((await afterAllIsDone(stack())).cases).toBe(before);
  });
});

describe('WeCom', () => {
  const echo = (keys: { token: string; encodingAesKey: string; appId: string }) => {
    const sealed = sealMessage('1616140317555161061', keys);
    const [timestamp, nonce] = ['1409659589', '263014780'];
    const query = { msg_signature: signatureOf([keys.token, timestamp, nonce, sealed]), timestamp, nonce };
    return call(stack(), 'GET', `/v1/channels/wecom?${new URLSearchParams({ ...query, echostr: sealed })}`);
  };

  it('gets the bare words back out of its sealed echo, within a second, and nobody else does', async () => {
    const { corpId, ...keys } = stack().credentials.wecom!;
    await echo({ ...keys, appId: corpId });
    const began = performance.now();
    expect(await echo({ ...keys, appId: corpId })).toMatchObject({ status: 200, text: '1616140317555161061' });
    expect(performance.now() - began).toBeLessThan(1000);
    expect((await echo({ ...keys, appId: 'ww0000000000000000' })).status).toBe(403);
    expect((await echo({ ...keys, token: 'somebody-else', appId: corpId })).status).toBe(401);
  });
});
