import { expect, it } from 'vitest';
import { statusIn } from '../support/told-status.ts';
import { askProgress, complain } from './support/citizens.ts';
import { afterAllIsDone, call, demoProvince } from './support/running.ts';
import { close, command, look } from './support/staff.ts';

const stack = demoProvince('2026-09-10T02:00:00.000Z');

const form = {
  address: '禾阳市临禾区',
  text: '青竹苑小区北门的鸿达化工厂夜间排放刺鼻废气，没法开窗。',
  contact: { name: '欧阳测试', email: 'ouyang@citizen.example' },
};

it('a complainant adds to a closed case with receipt and query code, and it is opened again', async () => {
  const { receipt, queryCode } = (await complain(stack(), form)).json;
  await stack().drain();
  await command(stack(), 'county', receipt, { type: 'accept', expectedVersion: 1 });
  await close(stack(), 'county', receipt, '经查属实，企业已停产整改。');

  const added = await call(stack(), 'POST', `/v1/complaints/${receipt}/supplements`, {
    body: { text: '昨晚又排放了。' },
    headers: { 'x-query-code': queryCode },
  });
  expect([added.status, added.json.receipt]).toEqual([202, receipt]);
  await stack().drain();

  expect((await look(stack(), 'county', '?reopening=asked')).json.cases).toMatchObject([{ id: receipt }]);
  expect((await look(stack(), 'county', `/${receipt}`)).json).toMatchObject({
    reopeningAskedAt: expect.any(String),
    followUps: [{ receipt: added.json.supplement, as: 'supplement', complaint: { text: '昨晚又排放了。' } }],
  });
  const reopen = { type: 'reopen', reason: '夜查发现再次排放', expectedVersion: 5 };
  expect((await command(stack(), 'county', receipt, reopen)).json).toEqual({ version: 6, status: 'accepted' });

  const { outbox, cases, deadLetters } = await afterAllIsDone(stack());
  expect([cases, deadLetters]).toEqual([1, 0]);
  const told = outbox.filter(({ to }) => to === form.contact.email).map(statusIn);
  // What goes out in one minute goes in any order.
  const words = ['已受理', '已办结', '已收到补充材料', '已决定重新办理'];
  expect(told.toSorted()).toEqual(words.toSorted());
  const { json } = await askProgress(stack(), receipt, queryCode);
  expect(json.status).toBe('accepted');
  expect(json.timeline.map(({ text }: { text: string }) => text).slice(-2)).toEqual([
    ...['已收到您的补充材料，转办理单位研究是否重新办理', '已决定重新办理'],
  ]);
});

it('an officer sets a supplement apart, and it is a case of its own by the time the queue has come by', async () => {
  const { receipt, queryCode } = (await complain(stack(), { ...form, text: `${form.text}另一次。` })).json;
  await stack().drain();
  const { json: added } = await call(stack(), 'POST', `/v1/complaints/${receipt}/supplements`, {
    body: { text: '穗安区也有一家化工厂夜间排放刺鼻废气。' },
    headers: { 'x-query-code': queryCode },
  });
  await stack().drain();
  const seen = (await look(stack(), 'county', `/${receipt}`)).json;
  expect(seen).toMatchObject({ apart: [], followUps: [{ receipt: added.supplement, departs: ['place'] }] });
  const order = { type: 'set-apart', receipt: added.supplement, expectedVersion: seen.version };
  expect((await command(stack(), 'county', receipt, order)).status).toBe(200);
  await stack().drain();
  expect((await look(stack(), 'county', `/${receipt}`)).json.apart).toEqual([added.supplement]);
  expect((await look(stack(), 'province', `/${added.supplement}`)).json).toMatchObject({
    lead: 'suian-ecology',
    apartFrom: receipt,
    complaint: { text: '穗安区也有一家化工厂夜间排放刺鼻废气。' },
  });
});
