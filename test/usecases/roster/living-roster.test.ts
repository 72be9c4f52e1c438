import { describe, expect, it } from 'vitest';
import { memoryPeople } from '../../../adapters/memory/people.ts';
import { addressesOf } from '../../../domain/notices/addresses.ts';
import type { RosterContact } from '../../../domain/organs.ts';
import { living } from '../../../usecases/roster/living-roster.ts';
import { beijing } from '../../support/rules.ts';
import { rules } from '../../support/world.ts';

const TEN = Date.parse(beijing('2026-06-01 10:00'));
const NEW: RosterContact = { role: 'handler', name: '新人', email: 'new@county.example' };

function office() {
  const people = memoryPeople();
  const failures: unknown[] = [];
  const asked = { all: 0, version: 0 };
  const fault: { error?: Error } = {};
  const source = {
    version: async () => {
      asked.version += 1;
      if (fault.error) throw fault.error;
      return people.version();
    },
    all: async () => {
      asked.all += 1;
      return people.all();
    },
  };
  const roster = living(rules(), source, (error) => failures.push(error));
  const change = (organ: string, after: readonly RosterContact[], version = 1) =>
    people.change({
      ...{ organ, version, at: beijing('2026-06-01 10:00'), reason: '调整', before: [], after },
      by: { organ, role: 'head', sub: 's', name: 'n' },
    });
  const first = () => {
    const { organs } = roster.rules;
    return addressesOf(organs.get('county')!, 'handler', 'email', beijing('2026-06-01 10:01'), { organs })[0];
  };
  return { roster, change, first, asked, failures, fault };
}

describe('a change of the roster at 10:00', () => {
  it('counts for the notice of 10:01', async () => {
    const { roster, change, first } = office();
    await roster.refresh(TEN - 1_000);
    await change('county', [NEW]);
    await roster.refresh(TEN + 60_000);
    expect(first()).toMatchObject({ to: 'new@county.example' });
  });

  it('is asked for twice a minute at most, and read only where there is one', async () => {
    const { roster, change, asked } = office();
    for (let second = 0; second < 120; second += 1) await roster.refresh(TEN + second * 1_000);
    expect(asked).toEqual({ version: 4, all: 0 });
    await change('county', [NEW]);
    for (let second = 120; second < 240; second += 1) await roster.refresh(TEN + second * 1_000);
    expect(asked).toEqual({ version: 8, all: 1 });
  });

  it('of an organ that is on no roster any more is passed over', async () => {
    const { roster, change } = office();
    await change('former', [NEW]);
    await roster.refresh(TEN);
    expect(roster.rules.organs.has('former')).toBe(false);
  });

  it('is made up for when the table could not be read: until then those known stay', async () => {
    const { roster, change, first, failures, fault } = office();
    await change('county', [NEW]);
    fault.error = new Error('throttled');
    await roster.refresh(TEN);
    expect(failures).toHaveLength(1);
    expect(first()).toMatchObject({ to: 'handler@county.example' });
    delete fault.error;
    await roster.refresh(TEN + 31_000);
    expect(first()).toMatchObject({ to: 'new@county.example' });
  });
});
