import { describe, expect, it } from 'vitest';
import { memoryLists } from '../../adapters/memory/lists.ts';
import { waysFor } from '../../domain/case/outside/handling-ways.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { createHandler } from '../../functions/deliver-notice/handler.ts';
import { sentAt as timeOf } from '../../functions/shared/time.ts';
import type { Send } from '../../usecases/notices/delivery/delivery.ts';
import { batchOf, desk } from '../support/messages.ts';
import { EXPORT, LIST, office } from '../support/office.ts';
import { beijing, handlingWays, inBeijing, noticeHours } from '../support/rules.ts';
import { rules } from '../support/world.ts';

const TOP = 'handler@province.example';
const CLAIMS = { sub: 'province-officer', organ: 'province', role: 'head', name: '省级经办人' };
const TO_SEND = { scope: 'province', tab: 'open', toSend: 'enforcement' };
const NONE_OPEN = { tab: 'open', count: 0, isAll: true };
const OFFICE = 'office@government.example';
const SENT = {
  type: 'send-way',
  way: 'enforcement',
  to: '某市人民政府',
  number: '清单〔2026〕6号',
  answerBy: '2026-07-31',
} as const;

/** A province whose lists go out every thirty days from 4 May 2026 on; three cases wait since March, one is new. */
async function province({ reportNone = false, firstDay = '2026-05-04', more = 0 } = {}) {
  const queued: Notice[] = [];
  const { world, call } = await office({}, undefined, {
    post: async (notices) => void queued.push(...notices),
  });
  const old: string[] = [];
  const others = Array.from({ length: more }, (_, index) => `other-${index}`);
  for (const sourceId of ['old-1', 'old-2', 'old-3', ...others]) {
    const { receipt } = await world.complain(sourceId === 'old-3' ? '2026-03-20 10:00' : '2026-02-20 10:00', {
      sourceId,
    });
    await world.order('2026-03-21 10:00', 'county', receipt, { type: 'accept' });
    old.push(receipt);
  }
  const arrived: { readonly at: string; readonly to: string; readonly subject: string; readonly text: string }[] = [];
  const put: Send = async (notice, to, { now }) => {
    arrived.push({ at: inBeijing(now), to, subject: notice.subject, text: notice.text });
    return { kind: 'sent', reference: notice.id };
  };
  const settings = { ...handlingWays.settings, firstDay, reportNone };
  const handler = createHandler({
    timeOf,
    ...{ cases: world.cases, incidents: world.incidents, deliveries: world.deliveries, rules: rules() },
    ...{ ...world.keep, hours: noticeHours, setAside: desk().setAside },
    wayLists: {
      ...{ lists: memoryLists(world.cases.listings), ways: { ...handlingWays, settings }, hours: noticeHours },
      waysOf: (facts, now) => waysFor(facts, now, '320000', handlingWays),
    },
    noticeQueue: { send: async (notices) => void queued.push(...notices) },
    complainantOf: world.vault.readContact,
    transports: { email: put, sms: put },
  });
  const run = (at: string) => handler({ time: beijing(at) });
  const letters = () => arrived.filter(({ subject }) => subject.startsWith('【定期】'));
  const deliver = (at: string) => handler(batchOf(queued.splice(0), { sentAt: Date.parse(beijing(at)) }));
  const sendAll = async () => {
    queued.splice(0);
    for (const id of old) await world.order('2026-06-03 11:00', 'county', id, SENT);
  };
  return { call, old, run, deliver, letters, sendAll, arrived };
}

describe('the lists of the ways, every thirty days', () => {
  it('are told once to who sees to the province: how many wait to be sent, how many are new, and where they are', async () => {
    const { run, letters } = await province();
    for (const at of ['2026-05-04 08:00', '2026-06-03 09:05', '2026-06-03 09:06', '2026-06-03 09:10']) await run(at);
    for (const at of ['2026-06-03 09:11', '2026-06-20 10:00']) await run(at);
    expect(letters().map(({ at, to }) => `${at} ${to}`)).toEqual([`2026-06-03 09:10 ${TOP}`]);
    expect(letters()[0]!.text).toContain(
      '列入强化监督帮扶清单：3件，其中上期以来新增1件。清单：/desk?scope=province&tab=open&toSend=enforcement',
    );
  });

  it('are exported and confirmed; the office hears once of all, and none is listed or told again', async () => {
    const { call, run, deliver, letters, sendAll, arrived, old } = await province();
    const { text: file } = await call(EXPORT, { claims: CLAIMS, query: TO_SEND });
    for (const id of old) expect(file).toContain(id);
    await run('2026-06-03 09:05');
    await run('2026-06-03 09:10');
    await sendAll();
    await deliver('2026-06-03 11:01');
    for (const at of ['2026-06-03 11:05', '2026-06-03 11:10', '2026-06-03 11:15']) await run(at);
    expect(arrived.filter(({ to }) => to === OFFICE).map(({ at, subject }) => `${at} ${subject}`)).toEqual([
      '2026-06-03 11:10 【转送】清单〔2026〕6号 共3件',
    ]);
    const { json } = await call(LIST, { claims: CLAIMS, query: TO_SEND });
    expect(json).toMatchObject({ cases: [], counts: expect.arrayContaining([expect.objectContaining(NONE_OPEN)]) });
    await run('2026-07-03 09:05');
    await run('2026-07-03 09:10');
    expect(letters().map(({ text }) => text.includes('强化监督帮扶'))).toEqual([true, false]);
  });

  it('name to the office number, receipts, place, type and deadlines, and nothing of the person or the letter', async () => {
    const { run, deliver, sendAll, arrived, old } = await province();
    await sendAll();
    await deliver('2026-06-03 11:01');
    await run('2026-06-03 11:10');
    const { text } = arrived.find(({ to }) => to === OFFICE)!;
    for (const word of ['文号：清单〔2026〕6号', '共3件', '请于2026年7月31日前答复', ...old])
      expect(text).toContain(word);
    expect(text).toMatch(/1\. QH-\S+，.+，噪声，办理期限2026年/);
    for (const word of ['钱测试', '13911112222', '浇筑', '睡不着']) expect(text).not.toContain(word);
  });

  it('are one letter to the office for as many cases as a batch takes', async () => {
    const { run, deliver, sendAll, arrived } = await province({ more: 97 });
    await sendAll();
    await deliver('2026-06-03 11:01');
    await run('2026-06-03 11:10');
    const subjects = arrived.filter(({ to }) => to === OFFICE).map(({ subject }) => subject);
    expect(subjects).toEqual(['【转送】清单〔2026〕6号 共100件']);
  });

  it('come late and once after an outage', async () => {
    const { run, letters } = await province();
    for (const at of ['2026-07-20 03:00', '2026-07-20 03:05', '2026-07-20 08:30', '2026-07-20 08:31']) await run(at);
    expect(letters().map(({ at, subject }) => `${at} ${subject}`)).toEqual([
      '2026-07-20 08:30 【定期】六种办理方式待发送清单（2026年7月3日）',
    ]);
  });

  it.each([
    [false, []],
    [true, ['截至2026年1月4日（周日）08:30，没有待按定期办理方式发送的在办信访件。']],
  ])(
    'say nothing where there is nothing to send, unless the province wants to hear it (%s)',
    async (reportNone, told) => {
      const { run, letters } = await province({ reportNone, firstDay: '2026-01-03' });
      for (const at of ['2026-01-05 09:05', '2026-01-05 09:10', '2026-01-05 09:15']) await run(at);
      expect(letters().map(({ text }) => text)).toEqual(told);
    },
  );
});
