import { describe, expect, it } from 'vitest';
import type { Ladders } from '../../../domain/clocks/ladder.ts';
import { localLadders } from '../../../domain/clocks/local-ladders.ts';
import { timersOf } from '../../../domain/clocks/timers.ts';
import { caseAfter, orderedBy, registeredAt, type Step } from '../../support/cases.ts';
import { beijing, contextAt, inBeijing, ladders } from '../../support/rules.ts';

const RECEIVED = beijing('2026-06-01 10:00');

/** A matter that was complained of so often, this time included. */
function complainedOf(times: number, ...further: readonly Step[]) {
  const opened = registeredAt(RECEIVED);
  const earlier = { relation: 'same-source', score: 0.9, lead: 'county', trace: [] } as const;
  const repeats = Array.from({ length: times - 1 }, (_, n) => ({ ...earlier, caseId: `QH-0000-0000-000${n + 2}` }));
  const registration = { ...opened.command.registration, repeats };
  return caseAfter({ ...opened, command: { ...opened.command, registration } }, ...further).state;
}

const stepsOf = (state: ReturnType<typeof complainedOf>, chased: Ladders = ladders) =>
  timersOf(state.clocks, { ...contextAt(RECEIVED), ladders: chased })
    .filter(({ clock }) => clock.name === 'tell')
    .map(({ at, step: { step, tell } }) => `${inBeijing(at)} ${step} ${Object.keys(tell).join()}`);

describe('a matter that is complained of again', () => {
  it('is chased as ever the first time', () => {
    expect(complainedOf(1).clocks.every(({ stricter }) => stricter === undefined)).toBe(true);
  });

  it('starts higher the second time: the unit hears before, the leader on the last day, the level above a day sooner', () => {
    const [first, second] = [stepsOf(complainedOf(1)), stepsOf(complainedOf(2))];
    expect(second).toHaveLength(first.length);
    const changed = second.filter((step) => !first.includes(step)).map((step) => step.split(' ').slice(2).join(' '));
    expect(changed).toEqual(['before-1d handler,unit', 'due handler,unit,leader', 'escalate-1 petition,leader']);
    const atCity = (steps: readonly string[]) => steps.find((step) => step.includes('escalate-1'))!.slice(0, 10);
    expect([atCity(first), atCity(second)]).toEqual(['2026-06-18', '2026-06-17']);
  });

  it('is pressed from the fourth time on', () => {
    const steps = stepsOf(complainedOf(6));
    expect(steps.some((step) => step.includes('before-3d-above'))).toBe(true);
  });

  it('is chased by its mark where somebody set one, and by its number again when that is gone', () => {
    const mark = { type: 'mark', remove: [], add: ['key'] } as const;
    const marked = orderedBy('city', beijing('2026-06-02 10:00'), mark);
    const unmarked = orderedBy('city', beijing('2026-06-03 10:00'), { type: 'mark', add: [], remove: ['key'] });
    const ladderOf = (...steps: readonly Step[]) => complainedOf(2, ...steps).clocks[0]!.stricter?.ladder;
    expect([ladderOf(), ladderOf(marked), ladderOf(marked, unmarked)]).toEqual(['times-2', 'pressed', 'times-2']);
  });

  it('is chased as its province says, which may be less', () => {
    expect(stepsOf(complainedOf(2), localLadders(ladders, { repeated: [] }))).toEqual(stepsOf(complainedOf(1)));
  });
});

describe('the ladders of a province', () => {
  const [before] = ladders.clocks.tell!;

  it('stand in place of those of the same name, and no others', () => {
    const own = localLadders(ladders, { clocks: { tell: [before!] }, others: { hours: [] } });
    expect(own.clocks.tell).toEqual([before]);
    expect(own.others).toEqual({ ...ladders.others, hours: [] });
    expect({ ...own.clocks, tell: ladders.clocks.tell }).toEqual(ladders.clocks);
    expect(own.stricter).toEqual(ladders.stricter);
  });
});
