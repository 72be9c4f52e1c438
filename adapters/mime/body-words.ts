import { MAX_TEXT_BYTES, type PartWords, wordsOfPart } from './body-part.ts';
import { says } from './says-the-same.ts';
import type { Several, TextPart } from './utf8-mail.ts';

/** And of many texts, only the first. */
const MAX_TEXTS_BYTES = 4_000_000;

/** What a letter says. */
export interface BodyWords extends PartWords {
  /** What it says only in a way in which no mail program shows it. */
  readonly besides: string;
}

/**
 * The words of a letter as mail programs show it. Of one written in several ways they show the last; it is read in
 * plain text where that says all of it, since there the lines are those of the writer. `has` finds a picture among the
 * files of the mail.
 */
export function wordsOfBody(body: Several, has: (source: string) => boolean): BodyWords {
  let readable = MAX_TEXTS_BYTES;
  const read = (part: TextPart): BodyWords => {
    const most = Math.min(readable, MAX_TEXT_BYTES);
    readable -= Math.min(most, part.body.length);
    return { ...wordsOfPart(part, most, has), besides: '' };
  };
  const wordsOf = (part: Several | TextPart): BodyWords => {
    if (!('parts' in part)) return read(part);
    const all = part.parts.map(wordsOf);
    return { ...(part.isChoice ? chosen(all) : together(all)), ...collected(all) };
  };
  return wordsOf(body);
}

const collected = (all: readonly PartWords[]) => ({
  files: all.flatMap(({ files }) => files),
  lacks: all.some(({ lacks }) => lacks),
});

type Words = Pick<BodyWords, 'text' | 'besides'>;

const together = (all: readonly Words[]): Words => ({
  text: joined(all.map(({ text }) => text)),
  besides: joined(all.map(({ besides }) => besides)),
});

function chosen(all: readonly Words[]): Words {
  const ways = all.filter(({ text }) => text.trim() !== '');
  const shown = ways.at(-1);
  if (!shown) return together(all);
  const best = ways.find(({ text }) => says(text, shown.text)) ?? shown;
  const others = ways.filter(({ text }) => text !== best.text && !says(best.text, text)).map(({ text }) => text);
  // One that says twice as much as what is shown is hardly a word about that.
  const isMore = (text: string) => text.length > 2 * best.text.length;
  return {
    text: joined([best.text, ...others.filter(isMore)]),
    besides: joined([best.besides, ...others.filter((text) => !isMore(text))]),
  };
}

const joined = (texts: readonly string[]): string =>
  texts
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n\n');
