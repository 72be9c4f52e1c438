const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A number in digits or in words: "三百二十" is 320, "两" is 2; "十几" counts as 10. 0 for what is none. */
export function numberIn(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  let sum = 0;
  let digit = 0;
  for (const word of written) {
    const unit = UNITS[word];
    if (unit) sum += (digit || 1) * unit;
    digit = unit ? 0 : word === '两' ? 2 : '一二三四五六七八九'.indexOf(word) + 1;
  }
  return sum + digit;
}
