import { describe, expect, it } from 'vitest';
import { citedReceipts } from '../../../domain/repeats/cited-receipts.ts';

describe('the receipts that a complaint names', () => {
  it.each([
    ['我的受理编号是QH-7KX4-M9P2-Q3T8，至今没有答复', ['QH-7KX4-M9P2-Q3T8']],
    ['编号ＱＨ－７ＫＸ４－Ｍ９Ｐ２－Ｑ３Ｔ８', ['QH-7KX4-M9P2-Q3T8']],
    ['qh7kx4m9p2q3t8和QH 7KX4 M9P2 Q3T8', ['QH-7KX4-M9P2-Q3T8']],
    ['另一省的ZZ-7KX4-M9P2-Q3T8', []],
    ['没有编号，电话13900001234', []],
  ])('are read from %s', (text, receipts) => {
    expect(citedReceipts(text, 'QH')).toEqual(receipts);
  });

  it('are three at most', () => {
    const many = Array.from({ length: 9 }, (_, i) => `QH-7KX4-M9P2-Q3T${i}`).join('、');
    expect(citedReceipts(many, 'QH')).toHaveLength(3);
  });
});
