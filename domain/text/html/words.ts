import { entitiesRead } from './entities.ts';
import { type HtmlTag, readHtmlTag } from './tag.ts';

/** The words of an HTML letter, and whether it shows something that did not come with it. */
export interface HtmlWords {
  readonly text: string;
  readonly lacks: boolean;
}

/** Text, then a tag, some "<" of none, or the end. */
const TOKEN = /([^<]*)(<([^<>]*)>|<+(?=<)|<|$)/g;

/**
 * The words of an HTML letter as every mail program shows them: lines where blocks end, neither markup nor style, its
 * address behind each link, a mark before each line that it quotes. A picture that `has` does not find among the files
 * stands there by its name. The HTML itself stays in the original.
 */
export function wordsOfHtml(html: string, has: (source: string) => boolean): HtmlWords {
  const seen = withoutHidden(html);
  if (!/<[a-z!/?]/i.test(seen)) return { text: entitiesRead(seen).trim(), lacks: false };
  const tokens = withBreaks(seen).replace(/\s+/g, ' ').matchAll(TOKEN);
  const tags = [...tokens].flatMap(([, between = '', written = '', inside]) => [
    { words: entitiesRead(between) },
    inside === undefined ? { words: written } : readHtmlTag(inside, has),
  ]);
  return { text: tidy(withQuotes(withLinks(tags))), lacks: tags.some(({ lacks }) => lacks) };
}

/** Each link with its address behind its words, unless these say it. */
function withLinks(tags: readonly HtmlTag[]): readonly HtmlTag[] {
  const written: HtmlTag[] = [];
  let link: { readonly address: string; readonly from: number } | undefined;
  for (const tag of [...tags, { words: '', link: '' }]) {
    if (tag.link !== undefined && link) {
      const words = written.slice(link.from).map((one) => one.words);
      if (!says(words.join(''), link.address)) written.push({ words: ` <${link.address}>` });
    }
    if (tag.link !== undefined) link = tag.link === '' ? undefined : { address: tag.link, from: written.length };
    written.push(tag);
  }
  return written;
}

const says = (words: string, address: string): boolean =>
  words.includes(address) || words.includes(address.replace(/^https?:\/\/|\/$/g, ''));

/** A mark before each line of what is cited, as in plain text. */
function withQuotes(tags: readonly HtmlTag[]): string {
  const quotes: HtmlTag['quotes'][] = [];
  // Counted, since a hostile letter quotes a hundred thousand times within each other.
  let cited = 0;
  return tags
    .map(({ words, quotes: begins, unquotes }) => {
      if (begins) quotes.push(begins);
      if (begins === 'cited') cited += 1;
      if (unquotes && quotes.pop() === 'cited') cited -= 1;
      return cited > 0 ? words.replaceAll('\n', '\n> ') : words;
    })
    .join('');
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^> *$/, '').trim());
  return lines
    .filter((line, index) => line !== '' || lines[index - 1] !== '')
    .join('\n')
    .trim();
}

/** A comment or style that nobody closed hides nothing: a program that hid all below it would show an empty letter. */
function withoutHidden(html: string): string {
  const withoutComments = without(html, /<!--/g, /-->/g, /(?=<)|$/g);
  return ['script', 'style', 'title'].reduce(
    (rest, name) =>
      without(rest, new RegExp(`<${name}\\b[^<>]*>`, 'gi'), new RegExp(`</${name}\\s*>`, 'gi'), /(?=<)|$/g),
    withoutComments,
  );
}

/**
 * The text without what stands between these, or, where the end is missing, up to `otherwise`. Each place is looked at
 * once.
 */
function without(text: string, begin: RegExp, end: RegExp, otherwise: RegExp): string {
  const kept: string[] = [];
  let at = 0;
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    kept.push(text.slice(at, found.index), ' ');
    end.lastIndex = begin.lastIndex;
    otherwise.lastIndex = begin.lastIndex;
    const isClosed = end.test(text);
    at = isClosed ? end.lastIndex : otherwise.exec(text)!.index;
    if (!isClosed) break;
    begin.lastIndex = at;
  }
  return kept.join('') + text.slice(at);
}

/** Preformatted text keeps its lines. */
const withBreaks = (html: string): string =>
  html.replace(/<pre\b[\s\S]*?(?:<\/pre\b|$)/gi, (lines) => lines.replaceAll('\n', '<br>'));
