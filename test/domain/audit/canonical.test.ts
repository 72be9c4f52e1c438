import { describe, expect, it } from 'vitest';
import { canonical } from '../../../domain/audit/canonical.ts';

describe('the canonical form', () => {
  it('is that of RFC 8785, section 3.2.3 and 3.2.4', () => {
    const value = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`);
    expect(canonical(value)).toBe(
      `{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}`,
    );
    const names = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 };
    expect([...canonical(names).matchAll(/:(\d)/g)].map(([, number]) => number).join('')).toBe('2467153');
  });

  it('is the same whatever came first and whatever was left undefined', () => {
    expect(canonical({ b: { d: undefined, c: '整改' }, a: [undefined] })).toBe('{"a":[null],"b":{"c":"整改"}}');
    expect(canonical({ a: [null], b: { c: '整改' } })).toBe('{"a":[null],"b":{"c":"整改"}}');
  });

  it('of half a surrogate pair is the sign that UTF-8 has for it', () => {
    expect(canonical('\ud83d')).toBe('"\ufffd"');
  });
});
