import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { wechatAccount } from '../../../adapters/wechat/account.ts';
import { wechatMessages, wecomMessages } from '../../../adapters/wechat/messages.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { escalation } from '../../support/notices.ts';
import { CORP, HOUR, listeningAt, SECRET, wechatForTests } from '../../support/wechat-api.ts';

const RECEIPT = 'QH-7KX4-M9P2-Q3T8';
const answer = (changes: Partial<Notice> = {}): Notice =>
  escalation({
    text: `您好：\n\n县局就您提交的生态环境信访件（登记编号：${RECEIPT}）告知您：已办结。`,
    sms: { use: 'complainant', values: { receipt: RECEIPT, status: '已办结' } },
    ...changes,
  });
const NOW = { now: answer().at };
const subscription = {
  templateId: 'template-1',
  fields: { character_string1: 'receipt', thing2: 'status', phrase3: 'status', time4: 'time' },
} as const;

async function office({ withTemplate = true, secret = SECRET as { appId: string } } = {}) {
  const wechat = await wechatForTests();
  const barred: string[] = [];
  const onBarred = (reason: string) => void barred.push(reason);
  const settings = { onBarred, subscription: withTemplate ? subscription : undefined };
  wechat.api.hear('wechat', { FromUserName: 'o_citizen', MsgType: 'text' });
  wechat.api.hear('wecom', { FromUserName: 'lisi', MsgType: 'text' });
  const send = wechatMessages(wechat.account(secret), settings);
  const toWecom = wecomMessages(wechat.wecom(), async () => CORP.agentId, onBarred);
  return { ...wechat, barred, send, toWecom };
}

describe('a notice to somebody who wrote to the account', () => {
  it('is a customer-service message for 48 hours, and a subscription message after them', async () => {
    const { send, outbox, pass, paths } = await office();
    pass(48 * HOUR - 1);
    expect(await send(answer(), 'o_citizen', NOW)).toEqual({ kind: 'sent', reference: '' });
    pass(1);
    expect(await send(answer(), 'o_citizen', NOW)).toEqual({ kind: 'sent', reference: expect.stringMatching(/^\d+$/) });
    expect(paths()).toEqual([
      ...['stable_token 0', 'message/custom/send 0', 'message/custom/send 45015'],
      'message/subscribe/bizsend 0',
    ]);
    expect(outbox.all()).toMatchObject([
      { transport: 'wechat', to: 'o_citizen', text: answer().text, caseId: RECEIPT },
      {
        transport: 'wechat',
        to: 'o_citizen',
        subject: '订阅通知 template-1',
        caseId: RECEIPT,
        text: `character_string1：${RECEIPT}\nthing2：已办结\nphrase3：已办结\ntime4：2026年10月8日 09:00`,
      },
    ]);
  });

  it('is a subscription message after five answers', async () => {
    const { send, paths } = await office();
    for (let n = 0; n < 6; n += 1) expect(await send(answer(), 'o_citizen', NOW)).toMatchObject({ kind: 'sent' });
    expect(paths().slice(-2)).toEqual(['message/custom/send 45047', 'message/subscribe/bizsend 0']);
  });

  it('finds nobody there once the time is over, where the province has no template', async () => {
    const { send, pass, barred } = await office({ withTemplate: false });
    pass(48 * HOUR);
    expect(await send(answer(), 'o_citizen', NOW)).toEqual({
      kind: 'no-address',
      reason: 'the time to answer is over',
    });
    expect(barred).toEqual([]);
  });

  it('finds nobody there who never subscribed, or does so no more', async () => {
    const { send } = await office();
    expect(await send(answer(), 'o_stranger', NOW)).toEqual({ kind: 'no-address', reason: 'errcode 43101' });
  });

  it('is cut where WeChat takes no more, and says where the rest is', async () => {
    const { send, outbox } = await office();
    expect(await send(answer({ text: `${RECEIPT}${'答𠮷'.repeat(1000)}` }), 'o_citizen', NOW)).toMatchObject({
      kind: 'sent',
    });
    const { text } = outbox.all()[0]!;
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_000);
    expect(text).toMatch(/^QH-7KX4-M9P2-Q3T8(答𠮷)+答?……（全文较长，可凭登记编号和查询码查询）$/);
  });

  it('fills a template with no more than its fields hold', async () => {
    const { send, outbox, pass } = await office();
    pass(48 * HOUR);
    const status = '已移送青禾省禾阳市临禾区城市管理综合行政执法局办理';
    await send(answer({ sms: { use: 'complainant', values: { receipt: RECEIPT, status } } }), 'o_citizen', NOW);
    expect(outbox.all()[0]!.text).toContain(`thing2：${status.slice(0, 20)}\nphrase3：${status.slice(0, 5)}\n`);
  });

  it.each([
    [-1, { kind: 'busy', reason: 'errcode -1' }, []],
    [45011, { kind: 'busy', reason: 'errcode 45011' }, []],
    [40001, { kind: 'busy', reason: 'errcode 40001' }, []],
    [42001, { kind: 'busy', reason: 'errcode 42001' }, []],
    [45009, { kind: 'barred', reason: 'errcode 45009' }, []],
    [45002, { kind: 'refused', reason: 'errcode 45002' }, []],
    [45008, { kind: 'later', reason: 'errcode 45008' }, []],
    [40003, { kind: 'no-address', reason: 'errcode 40003' }, []],
    [43004, { kind: 'no-address', reason: 'errcode 43004' }, []],
    [40164, { kind: 'barred', reason: 'errcode 40164' }, ['errcode 40164']],
    [48001, { kind: 'barred', reason: 'errcode 48001' }, ['errcode 48001']],
    [50002, { kind: 'barred', reason: 'errcode 50002' }, ['errcode 50002']],
  ])('that WeChat answers with errcode %i is %o', async (errcode, result, told) => {
    const { send, api, barred, outbox } = await office();
    api.refuse({ path: '/cgi-bin/message/custom/send', errcode, times: 2 });
    expect(await send(answer(), 'o_citizen', NOW)).toEqual(result);
    expect(barred).toEqual(told);
    expect(outbox.all()).toEqual([]);
  });

  it('whose template is wrong is refused', async () => {
    const { send, api, pass } = await office();
    pass(48 * HOUR);
    api.refuse({ path: '/cgi-bin/message/subscribe/bizsend', errcode: 47003 });
    expect(await send(answer(), 'o_citizen', NOW)).toEqual({ kind: 'refused', reason: 'errcode 47003' });
  });

  it.each([
    [40164, 'barred', 1],
    [40001, 'barred', 1],
    [-1, 'busy', 0],
  ])('for which the token is refused with %i is %s: nothing was asked for', async (errcode, kind, told) => {
    const { send, api, barred, paths } = await office();
    api.refuse({ path: '/cgi-bin/stable_token', errcode });
    expect(await send(answer(), 'o_citizen', NOW)).toEqual({ kind, reason: `errcode ${errcode}` });
    expect(barred).toHaveLength(told);
    expect(paths()).toEqual([`stable_token ${errcode}`]);
  });

  it('goes nowhere while the account has no app secret, and ops is told', async () => {
    const { send, barred } = await office({ secret: { appId: SECRET.appId } });
    expect(await send(answer(), 'o_citizen', NOW)).toEqual({ kind: 'barred', reason: 'no app secret' });
    expect(barred).toEqual(['no app secret']);
  });
});

describe('a notice of which WeChat does not say whether it went', () => {
  it.each(['hang up', '<html>', '{"msg":"?"}'])('(%s) is not sent again', async (words) => {
    const base = await listeningAt(
      createServer((request, response) => {
        const isToken = request.url!.startsWith('/cgi-bin/stable_token');
        if (!isToken && words === 'hang up') return void response.destroy();
        response.end(isToken ? '{"access_token":"t","expires_in":7200}' : words);
      }),
    );
    const cache = { read: async () => undefined, write: async () => {} };
    const api = wechatAccount({ base, secret: async () => SECRET, cache, now: () => new Date() });
    const send = wechatMessages(api, { onBarred: () => {} });
    expect(await send(answer(), 'o_citizen', NOW)).toMatchObject({ kind: 'unknown' });
  });
});

describe('a notice to a member of the WeCom corporation', () => {
  it('goes out in the name of the application, at any time', async () => {
    const { toWecom, outbox, pass } = await office();
    pass(90 * 24 * HOUR);
    expect(await toWecom(answer(), 'lisi', NOW)).toMatchObject({ kind: 'sent' });
    expect(outbox.all()).toMatchObject([{ transport: 'wecom', to: 'lisi', text: answer().text }]);
  });

  it('is refused for whoever is no member', async () => {
    const { toWecom } = await office();
    expect(await toWecom(answer(), 'nobody', NOW)).toEqual({ kind: 'refused', reason: 'not in the corporation' });
  });

  it('waits, and ops is told, from an address that the corporation does not trust', async () => {
    const { toWecom, api, barred } = await office();
    api.refuse({ path: '/cgi-bin/message/send', errcode: 60020 });
    expect(await toWecom(answer(), 'lisi', NOW)).toEqual({ kind: 'barred', reason: 'errcode 60020' });
    expect(barred).toEqual(['errcode 60020']);
  });
});
