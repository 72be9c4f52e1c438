import { describe, expect, it } from 'vitest';
import { askProgress, complain } from './support/citizens.ts';
import { afterAllIsDone, demoProvince, untilNextList } from './support/running.ts';
import { close, command, look } from './support/staff.ts';

const stack = demoProvince('2026-09-10T02:00:00.000Z');

const address = '禾阳市临禾区';
const first = { address, text: '青竹苑小区北门的鸿达化工厂夜间排放刺鼻废气，没法开窗。' };
const second = {
  address,
  text: '鸿达化工厂又在晚上放废气，青竹苑小区里全是刺鼻的味道。',
  contact: { name: '欧阳测试', email: 'ouyang@citizen.example' },
};
const third = { address, text: '对鸿达化工厂废气问题的回复不满意，与事实不符，上次投诉敷衍了事，青竹苑小区依旧很臭。' };

const register = async (form: object): Promise<{ receipt: string; queryCode: string }> => {
  const { json } = await complain(stack(), form);
  await stack().drain();
  return json;
};

describe('a second complaint of the same matter', () => {
  it('is suggested, joined by one command, and answered with the first', async () => {
    const earlier = await register(first);
    const recent = await register(second);
    const view = await look(stack(), 'county', `/${recent.receipt}`);
    expect(view.json.repeats).toMatchObject([{ caseId: earlier.receipt, relation: 'same-matter' }]);

    const [{ caseId: into }] = view.json.repeats;
    const joined = await command(stack(), 'county', recent.receipt, { type: 'join', into, expectedVersion: 1 });
    expect(joined.json).toEqual({ version: 2, status: 'joined' });
    await stack().drain();
    expect((await look(stack(), 'county', `/${earlier.receipt}`)).json.takenIn).toEqual([recent.receipt]);

    await command(stack(), 'county', earlier.receipt, { type: 'accept', expectedVersion: 2 });
    const answer = '经查属实，企业已经停产整改。';
    expect((await close(stack(), 'county', earlier.receipt, answer)).status).toBe(200);
    const { outbox } = await afterAllIsDone(stack());
    const told = outbox.filter(({ to }) => to === second.contact.email);
    expect(told.map(({ caseId }) => caseId)).toEqual([recent.receipt, recent.receipt]);
    expect(JSON.stringify(told)).toContain(answer);
    expect(JSON.stringify(told)).not.toContain(earlier.receipt);

    const progress = await askProgress(stack(), recent.receipt, recent.queryCode);
    expect(progress.json).toMatchObject({ status: 'joined', statusText: '已并案办理（已办结）', answer });
    expect(progress.text).not.toContain(earlier.receipt);
  });

  it('that is about how the first was handled goes to the level above, and whoever handled it cannot see it', async () => {
    const { receipt } = await register(third);
    expect((await look(stack(), 'county', `/${receipt}`)).status).toBe(404);
    const view = await look(stack(), 'city', `/${receipt}`);
    expect(view.json.repeats[0]).toMatchObject({ relation: 'about-handling' });
    const into = view.json.repeats[0].caseId;
    const refused = await command(stack(), 'city', receipt, { type: 'join', into, expectedVersion: 1 });
    expect(refused.status).toBe(422);
    await untilNextList(stack());
    const { outbox } = await afterAllIsDone(stack());
    const letters = outbox.filter(({ caseId, to }) => caseId === receipt && to.includes('-ecology@'));
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.filter(({ to }) => to.includes('linhe-ecology'))).toEqual([]);
  });
});
