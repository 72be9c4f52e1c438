import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { routingOn } from '../../../domain/routing/rules.ts';
import { rehearse, type World } from '../../../usecases/operations/rehearse.ts';
import { beijing, datedMatters, law } from '../../support/rules.ts';
import { newWorld, rules } from '../../support/world.ts';

const UNTIL = beijing('2026-09-30 10:00');

const world = (changes: Partial<World['rules']> = {}, own: Partial<Parameters<typeof routingOn>[1]> = {}): World => {
  const table = routingOn(law, { province: '990000', catchAll: 'desk', rules: [], ...own }, datedMatters);
  return { rules: { ...rules(), ...changes }, routingOn: () => table };
};

/** A complaint that was answered late, with all that the ladder caused. */
async function late(): Promise<readonly CaseEvent[]> {
  const lived = newWorld();
  const { receipt } = await lived.complain('2026-06-01 10:00');
  await lived.sweepUntil('2026-06-20 10:00');
  await lived.order('2026-06-20 10:00', 'county', receipt, { type: 'accept' });
  await lived.sweepUntil('2026-09-30 10:00');
  return await lived.cases.events(receipt);
}

const events = await late();
const tried = (after: World, lives = events) => rehearse(lives, { before: world(), after }, UNTIL);

describe('a rehearsal', () => {
  it('of no change finds nothing, with chasing before and after what people did', () => {
    expect(events.filter(({ type }) => type === 'chased').length).toBeGreaterThan(3);
    expect(tried(world())).toBeUndefined();
  });

  it('of another roster tells who would have got what, and nobody’s address', () => {
    const organs = new Map(rules().organs);
    const county = organs.get('county')!;
    const contacts = county.contacts.map((one) =>
      one.role === 'handler' ? { ...one, email: 'new@county.example' } : one,
    );
    organs.set('county', { ...county, contacts });
    const found = tried(world({ organs }))!;
    expect(found).toMatchObject({ elsewhere: undefined, moved: [] });
    expect(found.gained.length).toBe(found.lost.length);
    expect(found.gained.map(({ whom }) => whom)).toContain('email county handler');
    expect(JSON.stringify(found)).not.toContain('@');
  });

  it('of another ladder tells which steps would have gone out, and which not', () => {
    const { ladders } = rules();
    const days = ladders.clocks.tell!.filter(({ kind }) => kind !== 'reminder');
    const found = tried(world({ ladders: { ...ladders, clocks: { ...ladders.clocks, tell: days } } }))!;
    expect([found.moved, found.gained]).toEqual([[], []]);
    expect(new Set(found.lost.map(({ why }) => why.split(' ')[0]))).toEqual(new Set(['tell']));
  });

  it('of a shorter period tells which deadline would have moved, and which steps with it', () => {
    const policies = new Map(
      [...rules().policies].map(([version, { clocks, ...rest }]) => {
        const tell = { ...clocks.tell!, period: { unit: 'calendar-days', count: 7 } as const };
        return [version, { ...rest, clocks: { ...clocks, tell } }];
      }),
    );
    const found = tried(world({ policies }))!;
    const moved = { clock: 'tell', from: beijing('2026-06-17 00:00'), to: beijing('2026-06-09 00:00') };
    expect(found.moved).toEqual([moved]);
    expect(found.gained.filter(({ why }) => why === 'tell overdue').length).toBeGreaterThan(0);
  });

  it('of another route tells which case would have been elsewhere', () => {
    const rule = { id: 'to-the-city', level: 'city', basis: '试行', confidence: 'A' } as const;
    const found = tried(world({}, { rules: [rule] }))!;
    expect(found.elsewhere).toEqual({ from: 'county', to: 'city' });
  });
});
