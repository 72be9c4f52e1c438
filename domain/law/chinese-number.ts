const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** A whole number from 1 to 9999 as laws number their articles: 146 is 一百四十六, 1008 is 一千零八, 15 is 十五. */
export function chineseNumber(number: number): string {
  const digits = [...String(number)].map(Number);
  const words = digits.map((digit, index) =>
    digit === 0 ? '零' : `${DIGITS[digit]}${UNITS[digits.length - 1 - index]}`,
  );
  const text = words.join('').replace(/零+/g, '零').replace(/零$/, '');
  return number < 20 ? text.replace(/^一十/, '十') : text;
}
