import { describe, expect, it } from 'vitest';
import { bottlenecksOf, burst } from '../../../bin/province/bottlenecks.ts';
import { limitsOf } from '../../../bin/province/stack-limits.ts';
import quotasFile from '../../../config/quotas.json' with { type: 'json' };
import { unitsSchema } from '../../../config/schemas/prices.ts';
import { quotasSchema } from '../../../config/schemas/quotas.ts';
import unitsFile from '../../../config/units.json' with { type: 'json' };

const units = unitsSchema.parse(unitsFile);
const quotas = quotasSchema.parse(quotasFile);
const limits = {
  ...{ complaintsASecond: 200, accepting: 100, registering: 20, sending: 10, relaying: 4 },
  ...{ reserved: 394, functions: 40, keys: 5 },
};
const bears = (what: RegExp, changed = {}) =>
  bottlenecksOf({ ...limits, ...changed }, units, quotas).find((one) => what.test(one.what))!.bears!;

describe('what a province bears', () => {
  it('names first what is used up first, and last what nobody publishes a limit of', () => {
    const figures = bottlenecksOf(limits, units, quotas).map((one) => one.bears ?? Infinity);
    expect(figures).toEqual(figures.toSorted((one, other) => one - other));
    expect(figures.filter((one) => one === Infinity).length).toBeGreaterThan(0);
  });

  it('grows with the setting that is said to move it, and with no other', () => {
    expect(bears(/deliver-notice/, { sending: 20 })).toBeCloseTo(2 * bears(/deliver-notice/), 6);
    expect(bears(/register-complaint/, { sending: 20 })).toBe(bears(/register-complaint/));
    expect(bears(/shard/, { relaying: 10 })).toBeCloseTo(2.5 * bears(/shard/), 6);
  });

  it('shrinks as a complaint costs more', () => {
    const dearer = {
      ...units,
      perComplaint: { ...units.perComplaint, tableWrites: 2 * units.perComplaint.tableWrites },
    };
    const table = (of: typeof units) => bottlenecksOf(limits, of, quotas).find(({ what }) => /new table/.test(what))!;
    expect(table(dearer).bears).toBeCloseTo(table(units).bears! / 2, 6);
  });
});

describe('a burst', () => {
  it('that is borne leaves nobody waiting', () => {
    expect(burst(10, { aSecond: 4, seconds: 3_600 })).toEqual({ used: 0.4, waitingAtEnd: 0, secondsLate: 0 });
  });

  it('that is not leaves those waiting who came too many, and the last as long as it takes to work them off', () => {
    expect(burst(2, { aSecond: 5, seconds: 60 })).toEqual({ used: 2.5, waitingAtEnd: 180, secondsLate: 90 });
  });
});

it('a template without one of the parts is refused, and no figure is made up for it', () => {
  expect(() => limitsOf({ Resources: {} })).toThrow('the template has no');
});
