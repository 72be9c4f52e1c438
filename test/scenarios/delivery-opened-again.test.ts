import { describe, expect, it } from 'vitest';
import { mailOnly, province } from '../support/transports-in-trouble.ts';

describe('a delivery that has ended', () => {
  async function failed() {
    const here = province();
    here.faults.set('email', { kind: 'refused', reason: 'SMTP 550' });
    const { receipt } = await here.world.complain('2026-06-01 10:00', mailOnly);
    here.queued.length = 0;
    await here.world.order('2026-06-01 10:01', 'county', receipt, { type: 'accept' });
    const [notice] = here.queued;
    await here.deliver();
    expect(here.states()).toEqual(['failed']);
    here.faults.clear();
    return { ...here, notice: notice! };
  }

  it('is opened again by ops, and goes out with the next run, once', async () => {
    const { handler, notice, ids, tick, now, pass } = await failed();
    expect(await handler({ reopen: [notice.id], time: now() })).toEqual({ [notice.id]: 'reopened' });
    await tick();
    expect(await handler({ reopen: [notice.id], time: now() })).toEqual({ [notice.id]: 'sent' });
    await pass(1);
    expect(ids()).toEqual([notice.id]);
  });

  it('is not opened by its message coming once more', async () => {
    const { deliver, queued, notice, ids, pass } = await failed();
    queued.push(notice);
    await deliver();
    await pass(1);
    expect(ids()).toEqual([]);
  });

  it('that there is not is said not to be there', async () => {
    const { handler, now } = await failed();
    const unknown = 'QH-0000-0000-0000#1#complainant';
    expect(await handler({ reopen: [unknown], time: now() })).toEqual({ [unknown]: 'no-such-notice' });
  });

  it('and waits for a transport is tried at once when ops says so', async () => {
    const here = province();
    here.faults.set('email', { kind: 'later', reason: 'SMTP 451' });
    await here.world.complain('2026-06-01 10:00', mailOnly);
    const [notice] = here.queued;
    await here.deliver();
    here.faults.clear();
    await here.handler({ reopen: [notice!.id], time: here.now() });
    await here.tick();
    expect(here.ids()).toContain(notice!.id);
  });
});
