import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseQueryCode, normaliseReceipt, receiptFor } from '../../domain/receipt.ts';

const digests = fc.stringMatching(/^[0-9a-f]{64}$/);

describe('a receipt', () => {
  it('is sixty bits of its source, in an alphabet without I, L, O and U', () => {
    expect(receiptFor('QH', `${'0'.repeat(14)}f${'9'.repeat(49)}`)).toBe('QH-0000-0000-000F');
    expect(receiptFor('QH', 'f'.repeat(64))).toBe('QH-ZZZZ-ZZZZ-ZZZZ');
  });

  it('survives being typed in lower case, without dashes, and with O, I and L for 0 and 1', () => {
    fc.assert(
      fc.property(digests, (digest) => {
        const receipt = receiptFor('QH', digest);
        const typed = receipt.slice(3).replace(/-/g, '').replace(/0/g, 'o').replace(/1/g, 'l');
        expect(normaliseReceipt(` qh ${typed.toLowerCase()}`)).toBe(receipt);
      }),
    );
  });

  it.each(['QH－7KX4－M9P2－Q3T8', 'ｑｈ—7kx4—m9p2—q3t8', 'QH 7KX4 M9P2 Q3T8'])(
    'is read from a Chinese keyboard: %s',
    (typed) => {
      expect(normaliseReceipt(typed)).toBe('QH-7KX4-M9P2-Q3T8');
    },
  );

  it.each([
    '受理编号：QH-7KX4-M9P2-Q3T8',
    '受理编号QH7KX4M9P2Q3T8，查询码AB12CD34',
    '您的投诉（受理编号：qh—7kx4—m9p2—q3t8）已收到。',
    'Receipt No. QH-7KX4-M9P2-Q3T8',
    '\u202dQH-7KX4-M9P2-Q3T8\u202c',
    'QH-7KX4\u200b-M9P2\u0000-Q3T8',
    '“QH-7KX4-M9P2-Q3T8”',
    '编号: QH - 7KX4 - M9P2 - Q3T8',
  ])('is read as it was pasted: %j', (typed) => {
    expect(normaliseReceipt(typed)).toBe('QH-7KX4-M9P2-Q3T8');
  });

  it.each([
    '',
    'QH',
    'QH-7KX4-M9P2',
    'QH-7KX4-M9P2-Q3TU',
    '88-7KX4-M9P2-Q3T8',
    'QH-7KX4-M9P2-Q3T8X',
    'AQH-7KX4-M9P2-Q3T8',
  ])('is not %s', (typed) => {
    expect(normaliseReceipt(typed)).toBeUndefined();
  });
});

it('an endless text is none', () => {
  expect(normaliseReceipt(`${' '.repeat(1_000_000)}QH-7KX4-M9P2-Q3T8`)).toBeUndefined();
});

describe('a query code', () => {
  it('is read as it was meant', () => {
    expect(normaliseQueryCode(' 7kx4-o9il ')).toBe('7KX40911');
  });

  it.each([
    '查询码：7KX4O9IL',
    '查询码 7kx4 o9il。',
    '７ＫＸ４Ｏ９ＩＬ\u200b',
    '受理编号：QH-7KX4-M9P2-Q3T8，查询码：7KX4O9IL',
    '【7KX4O9IL】',
  ])('is read as it was pasted: %j', (typed) => {
    expect(normaliseQueryCode(typed)).toBe('7KX40911');
  });
});

describe('what a complainant pastes', () => {
  const receipt = 'QH-7KX4-M9P2-Q3T8';

  it.each([
    'QH-7KX4-M9P2-Q3T8',
    '受理编号：QH-7KX4-M9P2-Q3T8',
    '受理编号: qh7kx4m9p2q3t8。',
    '\u202aQH-7KX4-M9P2-Q3T8\u202c',
    'QH-7KX4\u200b-M9P2-Q3T8\ufeff',
    '【QH-7KX4-M9P2-Q3T8】',
    "QH-7KX4-M9P2-Q3T8'",
    '受理编号：QH-7KX4-M9P2-Q3T8\r\n查询码：ABCD2345',
    'QH-7KX4-M9P2-Q3T8 ABCD2345',
    '您好，您的投诉已收到。受理编号：ＱＨ—7KX4—M9P2—Q3T8，查询码：ABCD2345，请保存。',
    'receipt QH 7KX4 M9P2 Q3T8',
  ])('has the receipt in it: %j', (pasted) => {
    expect(normaliseReceipt(pasted)).toBe(receipt);
  });

  it.each([
    '',
    '受理编号：',
    'QH-7KX4-M9P2-Q3T',
    'XQH-7KX4-M9P2-Q3T8',
    'QH-7KX4-M9P2-Q3T8X',
    '13900000000',
    'QH-7KX4-M9P2-Q3TU',
  ])('has none in it: %j', (pasted) => {
    expect(normaliseReceipt(pasted)).toBeUndefined();
  });

  it.each([
    'ABCD2345',
    'abcd 2345',
    '查询码：ABCD2345',
    '查询码: ABCD-2345。',
    '\u202aABCD2345\u202c',
    '受理编号：QH-7KX4-M9P2-Q3T8\n查询码：ABCD2345',
    'QH-7KX4-M9P2-Q3T8 ABCD2345',
    '（ABCD2345）',
  ])('has the query code in it: %j', (pasted) => {
    expect(normaliseQueryCode(pasted)).toBe('ABCD2345');
  });

  it('is read quickly, however long it is', () => {
    expect(normaliseReceipt('Q H '.repeat(500_000))).toBeUndefined();
    expect(normaliseQueryCode('- '.repeat(500_000))).not.toBe('ABCD2345');
  });
});
