import { describe, expect, it } from 'vitest';
import { commandByStaff } from '../../../usecases/staff/command-by-staff.ts';
import { listCases } from '../../../usecases/staff/list-cases.ts';
import { showCase, showEvents } from '../../../usecases/staff/show-case.ts';
import { listsOfCases } from '../../support/lists.ts';
import { beijing, matters, staffOf } from '../../support/rules.ts';
import { newWorld, rules } from '../../support/world.ts';

const officerOf = staffOf;

async function desk() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  const { cases, vault: complaints } = world;
  const rest = { context: rules(), mattersOn: () => matters, keptFiles: world.evidence, waysOf: () => [] };
  const deps = { cases, ...listsOfCases(cases), complaints, ...rest };
  return { world, receipt, deps };
}

describe('a member of staff', () => {
  it.each([
    { who: 'of the organ itself', organ: 'county', sees: 'shown' },
    { who: 'of the city above', organ: 'city', sees: 'shown' },
    { who: 'of the province above that', organ: 'province', sees: 'shown' },
    { who: 'of the county next door', organ: 'neighbour', sees: 'not-yours' },
    { who: 'of an organ that is on no roster', organ: 'nobody', sees: 'not-yours' },
  ])('$who: list, case and events are $sees', async ({ organ, sees }) => {
    const { receipt, deps } = await desk();
    const staff = officerOf(organ);
    const answers = await Promise.all([
      listCases({ scope: 'organ', organ: 'county', group: 'open' }, staff, beijing('2026-06-04 10:00'), deps),
      showCase(receipt, staff, beijing('2026-06-04 10:00'), deps),
      showEvents(receipt, staff, deps),
    ]);
    expect(answers.map(({ kind }) => kind)).toEqual([sees, sees, sees]);
  });

  it('of an organ below does not see the list of the one above', async () => {
    const { deps } = await desk();
    const query = { scope: 'organ', organ: 'city', group: 'open' } as const;
    expect(await listCases(query, officerOf('county'), beijing('2026-06-04 10:00'), deps)).toEqual({
      kind: 'not-yours',
    });
  });

  it('who assists in a case sees it, and may not decide it', async () => {
    const { world, receipt, deps } = await desk();
    await world.order('2026-06-02 10:00', 'county', receipt, { type: 'accept' });
    await world.order('2026-06-03 10:00', 'city', receipt, {
      type: 'assign',
      lead: 'county',
      assisting: ['neighbour'],
    });
    const neighbour = officerOf('neighbour');
    expect((await showCase(receipt, neighbour, beijing('2026-06-04 10:00'), deps)).kind).toBe('shown');
    const close = { type: 'propose-closing', answer: '经查属实，企业已按要求完成整改。' } as const;
    expect(await commandByStaff(receipt, close, 3, neighbour, beijing('2026-06-04 10:00'), deps)).toMatchObject({
      kind: 'refused',
      reason: 'not-yours',
    });
  });

  it('reads what was written, and not by whom', async () => {
    const { receipt, deps } = await desk();
    const shown = JSON.stringify(await showCase(receipt, officerOf('county'), beijing('2026-06-04 10:00'), deps));
    expect(shown).toContain('睡不着');
    for (const personal of ['钱测试', '13911112222', 'qian@citizen.example']) expect(shown).not.toContain(personal);
  });

  it('who decides on an old version is told so, and nothing happens', async () => {
    const { world, receipt, deps } = await desk();
    await world.order('2026-06-02 10:00', 'county', receipt, { type: 'accept' });
    const close = { type: 'propose-closing', answer: '经查属实，企业已按要求完成整改。' } as const;
    const outcome = await commandByStaff(receipt, close, 1, officerOf('county'), beijing('2026-06-04 10:00'), deps);
    expect(outcome).toEqual({ kind: 'stale', version: 2 });
    expect((await world.cases.load(receipt))?.status).toBe('accepted');
  });

  it('leaves their name and organ with what they did', async () => {
    const { receipt, deps } = await desk();
    await commandByStaff(receipt, { type: 'accept' }, 1, officerOf('county'), beijing('2026-06-02 10:00'), deps);
    expect((await deps.cases.events(receipt)).at(-1)).toMatchObject({ actor: officerOf('county') });
  });

  it('asking for a case that does not exist is told so', async () => {
    const { deps } = await desk();
    expect(await showCase('QH-NONE', officerOf('county'), beijing('2026-06-04 10:00'), deps)).toEqual({
      kind: 'unknown',
    });
    expect(await showEvents('QH-NONE', officerOf('county'), deps)).toEqual({ kind: 'unknown' });
  });
});
