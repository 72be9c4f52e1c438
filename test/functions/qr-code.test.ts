import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { qrModules } from '../../functions/shared/pages/qr-code.ts';

const textOf = (length: number): string =>
  'https://api.example/desk/cases/QH-7KX4-M9P2-Q3T8?'.padEnd(length, 'x').slice(0, length);
const digest = (text: string): string =>
  createHash('sha256')
    .update(
      qrModules(text)
        .map((row) => row.map(Number).join(''))
        .join('\n'),
    )
    .digest('hex')
    .slice(0, 16);

/** The longest text of each version, with its width and digest: those that `qr` 0.7.0 (npm) read back to the letter. */
const GOLDEN = [
  [14, 21, '93b40628151f6fa5'],
  [26, 25, 'b0d6d2f4dc97da31'],
  [42, 29, '28d5d9746f2f98d8'],
  [62, 33, 'ddb170fe795dc0cd'],
  [84, 37, 'cc9be3847dc4b631'],
  [106, 41, '11a977ebc2b7b6c4'],
  [122, 45, '524f2022d4f0beef'],
  [152, 49, '44d34473051a87aa'],
  [180, 53, 'e44e57e81167ce7e'],
  [213, 57, '8d5805d678ae94db'],
] as const;

describe('a QR code', () => {
  it.each(GOLDEN)('of %i bytes is %i modules wide, as it was when a reader of others read it', (length, size, sum) => {
    expect([qrModules(textOf(length)).length, digest(textOf(length))]).toEqual([size, sum]);
  });

  it('is refused for a text that no such code holds', () => {
    expect(() => qrModules(textOf(214))).toThrow('214 bytes');
  });
});
