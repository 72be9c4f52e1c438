/** Characters that stand for the same thing, position by position: "噪聲" must match as "噪声". */
export interface CharacterVariants {
  readonly traditional: string;
  readonly simplified: string;
}

/** What each UTF-16 code unit is read as. */
export type Folding = Uint16Array;

/** A text for matching only: as long as the original, unit by unit, so positions stay true. */
export type FoldedText = Uint16Array;

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_OFFSET = 0xfee0;
const IDEOGRAPHIC_SPACE = 0x3000;
const SPACE = 0x20;
const LETTERS = Array.from({ length: 26 }, (_, i) => 0x41 + i);
const TO_SMALL = 0x20;

const made = new WeakMap<CharacterVariants, Folding>();

/** The same variants make the same folding: it is 128 KB, and several lists share it. */
export function compileFolding(variants: CharacterVariants): Folding {
  const folding = made.get(variants) ?? foldingOf(variants);
  made.set(variants, folding);
  return folding;
}

function foldingOf({ traditional, simplified }: CharacterVariants): Folding {
  const folding = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) folding[code] = code;
  for (let code = FULL_WIDTH_FIRST; code <= FULL_WIDTH_LAST; code += 1) folding[code] = code - FULL_WIDTH_OFFSET;
  for (const letter of LETTERS)
    for (const code of [letter, letter + FULL_WIDTH_OFFSET]) folding[code] = letter + TO_SMALL;
  folding[IDEOGRAPHIC_SPACE] = SPACE;
  for (let i = 0; i < traditional.length; i += 1) folding[traditional.charCodeAt(i)] = simplified.charCodeAt(i);
  return folding;
}

/** Full-width forms as half-width, traditional characters as simplified, capitals as small letters. */
export function foldText(text: string, folding: Folding): FoldedText {
  const folded = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i += 1) folded[i] = folding[text.charCodeAt(i)]!;
  return folded;
}
