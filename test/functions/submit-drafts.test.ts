import { describe, expect, it } from 'vitest';
import { atMinute } from '../support/chat.ts';
import { NOW } from '../support/intake.ts';
import { consoleOf } from '../support/messages.ts';
import { messageXml, sendSealed, wechatWorld } from '../support/wechat.ts';

const MINUTE = 60_000;
const write = (world: ReturnType<typeof wechatWorld>, user: string, at = NOW) =>
  sendSealed(world, messageXml({ FromUserName: user, CreateTime: String(at / 1000) }), { at });

describe('the schedule that submits drafts', () => {
  it('says when it will have something to do, so that nobody need wake it before', async () => {
    const world = wechatWorld();
    expect(await atMinute(world, NOW)).toMatchObject({ submitted: 0, idleUntil: null });
    await write(world, 'o_1', NOW + 2 * MINUTE);
    await write(world, 'o_2');
    expect(await atMinute(world, NOW + MINUTE)).toMatchObject({ submitted: 0, idleUntil: '2026-11-20T13:08:00.000Z' });
    expect(await atMinute(world, NOW + 5 * MINUTE)).toMatchObject({
      submitted: 1,
      idleUntil: '2026-11-20T13:10:00.000Z',
    });
  });

  it('makes up for hours in which it stood still, each draft once', async () => {
    const world = wechatWorld();
    for (let n = 0; n < 25; n += 1) await write(world, `o_${n}`);
    expect(await atMinute(world, NOW + 600 * MINUTE)).toMatchObject({ submitted: 25, failed: 0, idleUntil: null });
    expect(await atMinute(world, NOW + 601 * MINUTE)).toMatchObject({ submitted: 0 });
    expect(world.vault.all()).toHaveLength(25);
  });

  it('goes on after a draft that cannot be submitted, comes back to it, and tells nobody whose it is', async () => {
    const world = wechatWorld();
    await write(world, 'o_broken');
    await write(world, 'o_whole');
    const { putIfAbsent } = world.vault;
    const refusing: typeof putIfAbsent = async (item) => {
      if (item.contact?.openid === 'o_broken') throw new Error(`refused o_broken ${item.text}`);
      return await putIfAbsent(item);
    };
    const failing = { ...world, vault: { ...world.vault, putIfAbsent: refusing } };
    const runs: unknown[] = [];
    const written = await consoleOf(async () => void runs.push(await atMinute(failing, NOW + 6 * MINUTE)));
    expect(runs).toMatchObject([{ submitted: 1, failed: 1, idleUntil: new Date(NOW + 6 * MINUTE).toISOString() }]);
    expect(written).toContain('"DraftNotSubmitted":1');
    expect(written).not.toMatch(/o_broken|混凝土/);

    expect(await atMinute(world, NOW + 7 * MINUTE)).toMatchObject({ submitted: 1, failed: 0, idleUntil: null });
    expect(
      world.vault
        .all()
        .map(({ contact }) => contact?.openid)
        .toSorted(),
    ).toEqual(['o_broken', 'o_whole']);
  });
});
