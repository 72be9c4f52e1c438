import fc from 'fast-check';

const codePoint = fc.oneof(fc.nat(0xffff), fc.integer({ min: 0x1_0000, max: 0x10_ffff }));

/**
 * Any text, halves of characters too. `unit: 'binary'` of fast-check says the same, but first lists every character
 * there is, which takes seconds.
 */
export const anyText = (limits: { readonly maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc.string({ ...limits, unit: codePoint.map((point) => String.fromCodePoint(point)) });
