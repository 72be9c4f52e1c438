import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Period } from '../../domain/clocks/clock-rule.ts';
import { policiesOf } from '../../domain/clocks/policy.ts';
import { editedConfig } from '../support/edited-config.ts';
import { policy } from '../support/rules.ts';

const { edit, faults, folder } = editedConfig();
const citation = { rule: '本省规定：十日内告知', source: 'a notice of the province', confidence: 'S' } as const;
const days = (count: number): Period => ({ unit: 'calendar-days', count });

/** What the demonstration province has otherwise. */
const decide = (shorter: Record<string, Period>, on: readonly string[] = []) => {
  const periods = Object.entries(shorter).map(([name, period]) => [name, { period, citation }]);
  writeFileSync(join(folder(), 'policies/demo.json'), JSON.stringify({ shorter: Object.fromEntries(periods), on }));
};
const file = 'config/policies/demo.json';

describe('a province', () => {
  it('may shorten what it owes, and cites why', () => {
    decide({ tell: days(10), 'inspection-report': { unit: 'calendar-days', count: 5, by: '10:00' } });
    expect(faults()).toEqual([]);
    const local = { shorter: { tell: { period: days(10), citation } }, on: [] };
    const [[, { clocks }]] = [...policiesOf({ set: {}, versions: [policy] }, local)] as [[string, typeof policy]];
    expect(clocks.tell).toEqual({ ...policy.clocks.tell, period: days(10), citation });
    expect(clocks.handle).toEqual(policy.clocks.handle);
  });

  it.each([
    {
      why: 'a day more',
      shorter: { tell: days(16) },
      says: 'a province may shorten 15 calendar-days, never lengthen it',
    },
    {
      why: 'the same day, but its end instead of its noon',
      shorter: { 'inspection-report': days(5) },
      says: 'a province may shorten 5 calendar-days by 12:00, never lengthen it',
    },
    {
      why: 'working days, which may be longer',
      shorter: { tell: { unit: 'working-days', count: 11 } as const },
      says: 'its period is in calendar-days, so that working-days may be longer',
    },
    {
      why: 'less time to object',
      shorter: { objection: { unit: 'working-days', count: 3 } as const },
      says: 'it is a right, which no province may shorten',
    },
    {
      why: 'a period for what whoever assigns sets',
      shorter: { 'set-limit': days(3) },
      says: 'it has no period of its own: whoever assigns a case sets one',
    },
  ])('may not take $why', ({ shorter, says }) => {
    decide(shorter);
    const [name] = Object.keys(shorter);
    expect(faults()).toEqual([`${file} /shorter/${name}: "${name}": ${says}`]);
  });

  it('is told of a clock that there is not', () => {
    decide({ tel: days(10) }, ['objektion']);
    expect(faults()).toEqual([
      `${file} /shorter/tel: "tel" is no clock in config/clocks.json`,
      `${file} /on/0: "objektion" is no clock in config/clocks.json`,
    ]);
  });
});

describe('a clock that nobody has verified', () => {
  const unverified = {
    ...policy,
    clocks: { ...policy.clocks, review: { ...policy.clocks.review!, needsVerification: true as const } },
  };
  const clocksWith = (on: readonly string[]) =>
    Object.keys(policiesOf({ set: {}, versions: [unverified] }, { shorter: {}, on }).get('2026-1')!.clocks);

  it('is off until a province says that it holds there', () => {
    expect(clocksWith([])).not.toContain('review');
    expect(clocksWith(['review'])).toContain('review');
  });

  it('is the only kind that has to be turned on', () => {
    decide({}, ['tell']);
    expect(faults()).toEqual([`${file} /on/0: "tell": it runs without it`]);
    decide({}, ['review']);
    edit('clocks.json', ({ versions }) => {
      versions[0].clocks.review.needsVerification = true;
    });
    expect(faults()).toEqual([]);
  });
});
