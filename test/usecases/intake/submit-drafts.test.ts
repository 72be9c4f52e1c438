import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../../usecases/intake/hold-conversation.ts';
import { submitDrafts } from '../../../usecases/intake/submit-drafts.ts';
import { at, conversing, SENDER, said } from '../../support/conversing.ts';
import { NOW } from '../../support/intake.ts';

describe('when a complaint was received', () => {
  const receivedAt = async (written: number, ended: number) => {
    const deps = conversing();
    await answerMessage(SENDER, said('1', '夜里冒黑烟', written), at(0), deps);
    await answerMessage(SENDER, said('2', '河水也黑', 60), at(61), deps);
    await submitDrafts(at(ended), deps);
    return deps.vault.all()[0]?.receivedAt;
  };

  it('is the time of its first message, however long the pause and the schedule take', async () => {
    expect(await receivedAt(-1, 400)).toBe(at(-1));
    expect(await receivedAt(-1, 40_000)).toBe(at(-1));
  });

  it('is the end where the medium names a time that cannot be', async () => {
    expect(await receivedAt(-NOW / 1000, 400)).toBe(at(400));
    expect(await receivedAt(100_000, 400)).toBe(at(60));
  });
});

describe('the schedule', () => {
  const many = async (deps: ReturnType<typeof conversing>, count: number) => {
    for (let n = 0; n < count; n += 1)
      await answerMessage({ ...SENDER, user: `o_${n}` }, said('1', '夜里冒黑烟'), at(0), deps);
  };

  it('works until nothing is due, and says how late it was', async () => {
    const deps = conversing();
    await many(deps, 450);
    expect(await submitDrafts(at(900), deps)).toEqual({ submitted: 450, failed: 0, lagSeconds: 600, idleUntil: null });
  });

  it('does not stop at two hundred that cannot be submitted', async () => {
    const deps = conversing();
    await many(deps, 250);
    const broken = (user = '') => Number(user.slice(2)) < 210;
    const putIfAbsent: typeof deps.vault.putIfAbsent = async (item) => {
      if (broken(item.contact?.openid)) throw new Error('refused');
      return deps.vault.putIfAbsent(item);
    };
    const run = await submitDrafts(at(900), { ...deps, vault: { ...deps.vault, putIfAbsent } });
    expect(run).toMatchObject({ submitted: 40, failed: 210 });
  });

  it('leaves the rest to the next run when its time is up', async () => {
    const deps = conversing();
    await many(deps, 30);
    let left = 3;
    const hasTime = () => {
      left -= 1;
      return left > 0;
    };
    expect(await submitDrafts(at(900), { ...deps, hasTime })).toMatchObject({ submitted: 10, idleUntil: at(300) });
    expect(await submitDrafts(at(960), deps)).toMatchObject({ submitted: 20 });
  });
});
