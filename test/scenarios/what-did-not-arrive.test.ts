import { describe, expect, it } from 'vitest';
import type { Notice } from '../../domain/notices/notice.ts';
import type { Send } from '../../usecases/notices/delivery/delivery.ts';
import { delivering } from '../support/delivering.ts';
import { batchOf } from '../support/messages.ts';
import { beijing, inBeijing } from '../support/rules.ts';
import { newWorld } from '../support/world.ts';

const CITIZEN = 'qian@citizen.example';

/** A province in which nobody takes assignments, and no complainant a letter. */
function province() {
  const queued: Notice[] = [];
  const world = newWorld(async (notices) => void queued.push(...notices));
  const lists: { readonly at: string; readonly to: string; readonly text: string }[] = [];
  const send: Send = async ({ subject, text, sms }, to, { now }) => {
    if (subject.startsWith('【交办】')) return { kind: 'refused', reason: 'suppressed' };
    if (sms.use === 'complainant') return { kind: 'refused', reason: '550 5.1.1' };
    if (subject.includes('未送达清单')) lists.push({ at: inBeijing(now), to, text });
    return { kind: 'sent', reference: subject };
  };
  const handler = delivering({ world, send });
  const run = async (...times: readonly string[]) => {
    for (const at of times) {
      if (queued.length > 0) await handler(batchOf(queued.splice(0), { sentAt: Date.parse(beijing(at)) }));
      await handler({ time: beijing(at) });
    }
  };
  const morning = (day: string) => run(`${day} 08:15`, `${day} 08:30`, `${day} 08:31`);
  return { world, run, morning, lists };
}

describe('what did not arrive', () => {
  it('is told the next morning to the head who keeps the roster: by cause, for whom, which cases, and no address', async () => {
    const { world, run, morning, lists } = province();
    const { receipt } = await world.complain('2026-06-02 10:00');
    await run('2026-06-02 10:00', '2026-06-02 13:30', '2026-06-02 13:31');
    await morning('2026-06-03');
    expect(lists.map(({ at, to }) => `${at} ${to}`)).toEqual(['2026-06-03 08:30 leader@county.example']);
    const [list] = lists;
    expect(list!.text).toContain('2026年6月2日没有送达county局人员或者信访人的通知');
    expect(list!.text).toContain(`被拒收（该地址此前退信或者拒收，不再投递）：1件（经办人1件）。涉及：${receipt}`);
    expect(list!.text).not.toMatch(/@|139/);
  });

  it('says so of complainants too, of whom the lead has the address', async () => {
    const { world, run, morning, lists } = province();
    const { receipt } = await world.complain('2026-06-02 10:00', { contact: { email: CITIZEN } });
    await world.order('2026-06-02 11:00', 'county', receipt, { type: 'accept' });
    await run('2026-06-02 11:00', '2026-06-02 13:30', '2026-06-02 13:31');
    await morning('2026-06-03');
    expect(lists[0]!.text).toMatch(/被拒收（代码：550 5\.1\.1）：\d件（信访人\d件）/);
  });

  it('is told once: not again the day after, and of a weekend on Monday', async () => {
    const { world, run, morning, lists } = province();
    await world.complain('2026-06-05 10:00');
    await run('2026-06-05 10:00', '2026-06-05 13:30', '2026-06-05 13:31');
    for (const day of ['2026-06-06', '2026-06-07', '2026-06-08', '2026-06-09']) await morning(day);
    expect(lists.map(({ at }) => at)).toEqual(['2026-06-08 08:30']);
  });

  it('does not count a complainant who left no address', async () => {
    const { world, run, morning, lists } = province();
    const { receipt } = await world.complain('2026-06-02 10:00', { contact: undefined });
    await world.order('2026-06-02 11:00', 'county', receipt, {
      type: 'decline',
      reason: 'not-competent',
      explanation: '请向城管部门反映。',
    });
    await run('2026-06-02 11:00', '2026-06-02 13:30', '2026-06-02 13:31');
    await morning('2026-06-03');
    expect(lists.map(({ text }) => /经办人\d件|信访人\d件/g.exec(text)?.[0])).toEqual(['经办人1件']);
    expect(lists[0]!.text).not.toMatch(/信访人\d件/);
  });
});
