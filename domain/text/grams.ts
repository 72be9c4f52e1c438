const RUN = /\p{sc=Han}+/gu;

/** The Chinese characters of a text and each two that stand side by side, each once; whatever else is written parts them. */
export function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const [run] of text.matchAll(RUN)) {
    for (let at = 0; at < run.length; at += 1) {
      grams.add(run[at]!);
      if (at > 0) grams.add(run.slice(at - 1, at + 1));
    }
  }
  return grams;
}
