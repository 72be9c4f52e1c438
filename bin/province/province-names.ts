/** What is written of a province in short: the letters of GB/T 2260, and the character of its ICP filings. */
interface ShortNames {
  readonly letters: string;
  readonly filing: string;
}

/** By the first two digits of the division. */
const BY_DIVISION: Readonly<Record<string, string>> = {
  11: 'BJ京',
  12: 'TJ津',
  13: 'HE冀',
  14: 'SX晋',
  15: 'NM蒙',
  21: 'LN辽',
  22: 'JL吉',
  23: 'HL黑',
  31: 'SH沪',
  32: 'JS苏',
  33: 'ZJ浙',
  34: 'AH皖',
  35: 'FJ闽',
  36: 'JX赣',
  37: 'SD鲁',
  41: 'HA豫',
  42: 'HB鄂',
  43: 'HN湘',
  44: 'GD粤',
  45: 'GX桂',
  46: 'HI琼',
  50: 'CQ渝',
  51: 'SC蜀',
  52: 'GZ黔',
  53: 'YN滇',
  54: 'XZ藏',
  61: 'SN陕',
  62: 'GS陇',
  63: 'QH青',
  64: 'NX宁',
  65: 'XJ新',
};

/** Undefined for what is no province, such as that of a demonstration. */
export function shortNamesOf(division: string): ShortNames | undefined {
  const both = BY_DIVISION[division.slice(0, 2)];
  return both === undefined ? undefined : { letters: both.slice(0, 2), filing: both.slice(2) };
}
