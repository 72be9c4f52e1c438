import { describe, expect, it } from 'vitest';
import { hashKeyFrom, keyedHash } from '../../../domain/repeats/keyed-hash.ts';

/** Key and input bytes 00 01 02 …, as the authors of SipHash publish their vectors; here by pairs, low byte first. */
const KEY = hashKeyFrom('0302010007060504');

describe('the keyed hash', () => {
  it.each([
    ['', 0x5b9f35a9],
    ['\u0100', 0x03a662fa],
    ['\u0100\u0302', 0x89466e2a],
  ])('gives the published HalfSipHash-2-4 value for %j', (text, value) => {
    expect(keyedHash(text, 0, text.length, KEY)).toBe(value);
  });

  it('reads only the part it is given', () => {
    expect(keyedHash('投诉丽景园油烟', 2, 5, KEY)).toBe(keyedHash('丽景园', 0, 3, KEY));
  });

  it('gives another province another value', () => {
    expect(keyedHash('丽景园', 0, 3, KEY)).not.toBe(keyedHash('丽景园', 0, 3, hashKeyFrom('0302010007060505')));
  });

  it('refuses a key that is not 16 hexadecimal digits', () => {
    expect(() => hashKeyFrom('secret')).toThrow(RangeError);
  });
});
