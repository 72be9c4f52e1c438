import { entitiesRead } from './html-entities.ts';
import { readHtmlTag } from './html-tag.ts';

/** The words of an HTML letter, and whether it shows something that did not come with it. */
export interface HtmlWords {
  readonly text: string;
  readonly lacks: boolean;
}

/** Text, then a tag, a lone "<", or the end. */
const TOKEN = /([^<]*)(<([^<>]*)>|<|$)/g;

/** Where words begin and end that the letter quotes. */
const [QUOTE, UNQUOTE] = ['\u0001', '\u0002'];

/**
 * The words of an HTML letter as every mail program shows them: lines where blocks end, neither markup nor style, its address behind each link, a mark
 * before each line that it quotes. A picture that `has` does not find among the files stands there by its name. The HTML itself stays in the original.
 */
export function wordsOfHtml(html: string, has: (source: string) => boolean): HtmlWords {
  const seen = withoutHidden(html.replace(/[\u0001\u0002]/g, ''));
  if (!/<[a-z!/?]/i.test(seen)) return { text: entitiesRead(seen).trim(), lacks: false };
  const pieces: string[] = [];
  const quotes: boolean[] = [];
  let link: { readonly address: string; readonly from: number } | undefined;
  let lacks = false;
  const endLink = () => {
    if (link && !says(pieces.slice(link.from).join(''), link.address)) pieces.push(` <${link.address}>`);
    link = undefined;
  };
  for (const [, between = '', written = '', inside] of withBreaks(seen).replace(/\s+/g, ' ').matchAll(TOKEN)) {
    pieces.push(entitiesRead(between));
    const tag = inside === undefined ? { words: written } : readHtmlTag(inside, has);
    if (tag.link !== undefined) endLink();
    if (tag.link) link = { address: tag.link, from: pieces.length };
    if (tag.quotes) quotes.push(tag.quotes === 'cited');
    pieces.push(tag.words);
    if (tag.quotes === 'cited') pieces.push(QUOTE);
    if (tag.unquotes && quotes.pop()) pieces.push(UNQUOTE);
    lacks ||= tag.lacks === true;
  }
  endLink();
  return { text: tidy(pieces.join('')), lacks };
}

const says = (words: string, address: string): boolean =>
  words.includes(address) || words.includes(address.replace(/^https?:\/\/|\/$/g, ''));

function tidy(text: string): string {
  let depth = 0;
  const lines = text.split('\n').map((line) => {
    depth += line.split(QUOTE).length - 1;
    const words = line.replaceAll(QUOTE, '').replaceAll(UNQUOTE, '').trim();
    const quoted = depth > 0 && words !== '' ? `> ${words}` : words;
    depth -= line.split(UNQUOTE).length - 1;
    return quoted;
  });
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

/** The text without what stands between these, or, where the end is missing, up to `otherwise`. Each place is looked at once. */
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
  html.replace(/<pre\b[^]*?(?:<\/pre\b|$)/gi, (lines) => lines.replaceAll('\n', '<br>'));
