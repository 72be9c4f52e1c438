/** What helps to find the spot, finer than any division. */
export type PlaceHintKind = 'road' | 'estate' | 'village' | 'kilometre' | 'position' | 'crossing';

/**
 * Where such words stand in a text, in UTF-16 code units, the end excluded. Never the words: an address may point at a
 * person.
 */
export interface PlaceHint {
  readonly kind: PlaceHintKind;
  readonly start: number;
  readonly end: number;
}

const NAME = '[\\p{sc=Han}]';
/**
 * Of bounded length, as all below: a pattern that could run on would look at each digit of a long row again from every
 * other.
 */
const NUMBER = '[\\d０-９一二三四五六七八九十百]{1,8}';
const DIGITS = '\\d{1,8}';
/** Small words and areas that are no part of a name and end before one. */
const NO_NAME = '(?![的在和与及到从是有往沿离被把个各米里]|[市区县镇乡村路街巷号]|道(?<=街道)|方向|门口|高速公路)';
const SHORT_NAME = `(?:${NO_NAME}${NAME}){1,6}?`;

const PATTERNS: Readonly<Record<PlaceHintKind, RegExp>> = {
  crossing: new RegExp(
    `${SHORT_NAME}(?:路|街|大道)(?:与|和|、)${SHORT_NAME}(?:路|街|大道)(?:交叉口|交汇处|路口|交界处)`,
    'gu',
  ),
  kilometre: new RegExp(
    `(?:[GSXYgsxy]\\d{1,4}|\\d{3}(?:国道|省道|县道)|${SHORT_NAME}高速)?(?:[Kk]${DIGITS}[+＋]${DIGITS}|[Kk]${DIGITS}(?=[处段附])|${DIGITS}(?:\\.${DIGITS})?公里(?:处|${DIGITS}米处))`,
    'gu',
  ),
  road: new RegExp(
    `\\d{3}(?:国道|省道|县道)|[GSXY]\\d{2,4}(?!\\d)|${SHORT_NAME}(?:大道|(?<![公马道铁线电通])路|街(?!道)|巷|弄)(?:${NUMBER}(?:-${DIGITS})?号(?:院)?)?`,
    'gu',
  ),
  estate: new RegExp(
    `${SHORT_NAME}(?:小区|花园|家园|公寓|新村|苑|嘉园|山庄|广场|大厦)(?:${NUMBER}(?:期|栋|幢|号楼|座))?(?:${NUMBER}单元)?|${NUMBER}(?:栋|幢|号楼)(?:${NUMBER}单元)?`,
    'gu',
  ),
  village: new RegExp(
    `(?:${NO_NAME}${NAME}){1,5}?(?<!度假)村(?!民|里|干|委|口|庄)(?:${NUMBER}(?:组|社|队))?|${NUMBER}(?:组|队)(?=村民|的|附近)`,
    'gu',
  ),
  position:
    /(?:往|向|朝)?[东南西北]{1,2}(?:侧|面|边|方向|头|走)?(?:约|大约|大概)?\d{1,8}(?:\.\d{1,8})?(?:多)?(?:米|公里|千米|里)|(?:正)?(?:对面|斜对面|隔壁|楼下|楼上|背后|旁边)|[东南西北]{1,2}(?:侧|北角|南角)/gu,
};

/**
 * Roads, estates, villages, kilometre posts and relative positions of a text, from left to right, none overlapping
 * another.
 */
export function placeHintsIn(text: string): PlaceHint[] {
  const hints: PlaceHint[] = [];
  for (const [kind, pattern] of Object.entries(PATTERNS) as [PlaceHintKind, RegExp][]) {
    for (const { index: start, 0: words } of text.matchAll(pattern)) {
      const end = start + words.length;
      if (hints.every((other) => end <= other.start || start >= other.end)) hints.push({ kind, start, end });
    }
  }
  return hints.sort((a, b) => a.start - b.start);
}
