import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../functions/shared/digest.ts';
import { type FindComplaintDeps, findComplaint } from '../../../usecases/operations/find-complaint.ts';
import { newWorld } from '../../support/world.ts';

type World = ReturnType<typeof newWorld>;

const finding = (asked: string, world: World, changes: Partial<FindComplaintDeps> = {}) =>
  findComplaint(asked, {
    provinceLetters: 'QH',
    sha256,
    complaints: world.vault,
    cases: world.cases,
    noticesOf: async (caseId) =>
      [...world.deliveries.byNotice]
        .filter(([id]) => id.startsWith(caseId))
        .map(([id, delivery]) => ({ notice: { id, caseId, at: delivery.claimedAt, subject: '' }, delivery })),
    keptOf: world.keep.kept.ofCase,
    deadLettersNaming: async () => [],
    partners: ['hotline-12345'],
    ...changes,
  });

const SECRET = /钱测试|13911112222|qian@citizen|浇筑混凝土/;

describe('whoever looks for a complaint', () => {
  it('sees that it came, what happened, and what became of each notice, and no word of it', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-10-12 09:00');
    await world.order('2026-10-13 10:00', 'county', receipt, { type: 'accept' });
    const way = await finding(receipt.toLowerCase(), world);
    expect(way).toMatchObject({
      received: { channel: 'web' },
      handledIn: { id: receipt, status: '已受理' },
      events: [
        { seq: 1, by: 'system' },
        { seq: 2, what: '受理', by: expect.any(String) },
      ],
    });
    expect(way!.notices.map(({ delivery }) => delivery.state)).toContain('sent');
    expect(way!.notices.every(({ delivery, kept }) => kept === delivery.attempts.length)).toBe(true);
    expect(JSON.stringify(way)).not.toMatch(SECRET);
  });

  it('finds it by the number of the partner that handed it over', async () => {
    const world = newWorld();
    const order = { channel: 'partner', partner: 'hotline-12345', sourceId: 'hotline-12345:GD-7' } as const;
    const { receipt } = await world.complain('2026-10-12 09:00', order);
    expect(await finding('GD-7', world)).toMatchObject({ receipt, received: { partner: 'hotline-12345' } });
    expect(await finding('GD-8', world)).toBeUndefined();
  });

  it('finds what was added to a complaint in the case of that complaint', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-10-12 09:00');
    const follows = { to: receipt, as: 'supplement' } as const;
    const { receipt: later } = await world.complain('2026-10-14 09:00', {
      sourceId: 'form-2',
      text: '昨晚又施工了。',
      follows,
    });
    expect(await finding(later, world)).toMatchObject({ receipt: later, handledIn: { id: receipt } });
  });

  it('sees where one is stuck that has no case yet', async () => {
    const world = newWorld();
    const { receipt } = await world.acceptOnly('2026-10-12 09:00');
    const way = await finding(receipt, world, { deadLettersNaming: async () => ['register-dead-letters'] });
    expect(way).toMatchObject({ handledIn: undefined, events: [], deadLetters: ['register-dead-letters'] });
  });

  it('finds the case of one whose words were erased', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-10-12 09:00');
    world.vault.erase(receipt);
    expect(await finding(receipt, world)).toMatchObject({ received: undefined, handledIn: { id: receipt } });
  });
});
