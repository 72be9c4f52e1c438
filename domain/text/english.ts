/** English words and what they mean in Chinese, ready for use; phrases of two or three words before single ones. */
export type Glossary = ReadonlyMap<string, string>;

const LONGEST_PHRASE = 3;
const WORD_OR_END = /[a-z]+(?:'[a-z]+)?|\d+|\p{sc=Han}+|[.!?;\n,]/gu;
const ENDS: Readonly<Record<string, string>> = { '.': '。', '!': '。', '?': '。', ';': '。', '\n': '。', ',': '，' };
/** So many words and no more than one Chinese character for each four letters make a text English. */
const LEAST_WORDS = 4;
const CHINESE = /\p{sc=Han}/gu;
const LATIN_WORD = /[A-Za-z]{2,}/g;

export function compileGlossary(english: Readonly<Record<string, string>>): Glossary {
  return new Map(
    Object.entries(english).flatMap(([chinese, words]) => words.split(', ').map((word) => [word, chinese] as const)),
  );
}

export function isEnglish(text: string): boolean {
  const words = text.match(LATIN_WORD)?.length ?? 0;
  return words >= LEAST_WORDS && (text.match(CHINESE)?.length ?? 0) <= words;
}

/** What somebody wrote in, as far as it is not Chinese. */
export const langOf = (text: string): 'en' | undefined => (isEnglish(text) ? 'en' : undefined);

/** What an English text says, word by word, in Chinese, with the Chinese that it quotes: enough for terms to be found in, never to be read by people. */
export function glossOf(text: string, glossary: Glossary): string {
  const words = text.toLowerCase().match(WORD_OR_END) ?? [];
  let gloss = '';
  for (let at = 0; at < words.length; ) {
    const [chinese, length] = longestAt(words, at, glossary);
    gloss += chinese;
    at += length;
  }
  return gloss;
}

function longestAt(words: readonly string[], at: number, glossary: Glossary): readonly [string, number] {
  for (let length = LONGEST_PHRASE; length > 0; length -= 1) {
    const chinese = glossary.get(words.slice(at, at + length).join(' '));
    if (chinese !== undefined) return [chinese, length];
  }
  const word = words[at]!;
  const stem = glossary.get(word.replace(/(?:ing|ed|es|s|'s)$/, ''));
  return [ENDS[word] ?? (/^[\d\p{sc=Han}]/u.test(word) ? word : (stem ?? ' ')), 1];
}
