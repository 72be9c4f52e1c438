import type { StaffCommand } from '../../domain/case/acts.ts';
import type { FollowUp, Submission } from '../../domain/complaint.ts';
import { progressIn } from './progress.ts';
import { newWorld } from './world.ts';

export const CITIZEN = 'qian@citizen.example';

/** A complaint, of the 1st of June where nothing else is said, and what may be sent after it. */
export async function oneComplaint(changes: Partial<Submission> = {}, receivedAt = '2026-06-01 10:00') {
  const world = newWorld();
  const first = await world.complain(receivedAt, changes);
  let sent = 0;
  const follow = (at: string, as: FollowUp['as'] = 'supplement', to = first.receipt) => {
    sent += 1;
    return world.complain(at, {
      sourceId: `more-${sent}`,
      text: '又有新情况。',
      contact: undefined,
      follows: { to, as },
    });
  };
  const order = (at: string, command: StaffCommand, organ = 'county') => world.order(at, organ, first.receipt, command);
  const close = async () => {
    await order('2026-06-02 10:00', { type: 'accept' });
    await world.close('2026-06-03 10:00', 'county', first.receipt, { answer: '经查属实，施工单位已停工整改。' });
  };
  const state = async () => (await world.cases.load(first.receipt))!;
  const since = (from: string) => world.arrivals().filter((line) => line >= from);
  const ask = progressIn(world);
  return { world, first, follow, order, close, state, since, ask };
}
