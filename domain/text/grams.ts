/** A character, or two that stand side by side, as one number: no text is cut into pieces for it. */
export type Gram = number;

const RUN = /\p{sc=Han}+/gu;
const UNIT_BITS = 16;

/** The Chinese characters of a text and each two that stand side by side, each once; whatever else is written parts them. */
export function gramsOf(text: string): ReadonlySet<Gram> {
  const grams = new Set<Gram>();
  for (const { 0: run, index: start } of text.matchAll(RUN)) {
    let before = 0;
    for (let at = start; at < start + run.length; at += 1) {
      const unit = text.charCodeAt(at);
      grams.add(unit);
      if (before !== 0) grams.add((before << UNIT_BITS) | unit);
      before = unit;
    }
  }
  return grams;
}

/** Of one character or two. */
export const gramOf = (written: string): Gram =>
  written.length > 1 ? (written.charCodeAt(0) << UNIT_BITS) | written.charCodeAt(1) : written.charCodeAt(0);

export const gramText = (gram: Gram): string =>
  String.fromCharCode(...[gram >>> UNIT_BITS, gram & 0xffff].filter((unit) => unit !== 0));
