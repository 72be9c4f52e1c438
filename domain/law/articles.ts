import { chineseNumber } from './chinese-number.ts';

/** "146", "146.1" (paragraph), "1130(8)" (item), "7.1(2)" (item of a paragraph), or "附录". */
export const ARTICLE = /^(?:(\d+)(?:\.(\d+))?(?:\((\d+)\))?|附录)$/;

interface Place {
  readonly article: number;
  readonly paragraph?: number | undefined;
  readonly item?: number | undefined;
}

/**
 * Articles as a letter prints them: 第…条第…款第…项, in Chinese numbers. What two neighbours share is said once, and three or
 * more whole articles in a row are named by their ends (第…条至第…条). An annex is named as it is written.
 */
export function articlesText(articles: readonly string[]): string {
  const words: string[] = [];
  for (let at = 0; at < articles.length; ) {
    const run = wholeArticlesFrom(articles, at);
    words.push(run >= 3 ? rangeText(articles[at]!, articles[at + run - 1]!) : wordsOf(articles, at));
    at += run >= 3 ? run : 1;
  }
  return words.join('、');
}

/** How many whole articles follow one another from there on. */
function wholeArticlesFrom(articles: readonly string[], start: number): number {
  let length = 0;
  while (articles[start + length] === String(Number(articles[start]) + length)) length += 1;
  return length;
}

const rangeText = (first: string, last: string): string =>
  `第${chineseNumber(Number(first))}条至第${chineseNumber(Number(last))}条`;

function wordsOf(articles: readonly string[], at: number): string {
  const [place, before] = [placeIn(articles[at]!), at > 0 ? placeIn(articles[at - 1]!) : undefined];
  if (!place) return articles[at]!;
  const { article, paragraph, item } = place;
  const sameArticle = before?.article === article;
  const sameParagraph = sameArticle && before?.paragraph === paragraph && item !== undefined;
  return [
    sameArticle ? '' : `第${chineseNumber(article)}条`,
    paragraph === undefined || sameParagraph ? '' : `第${chineseNumber(paragraph)}款`,
    item === undefined ? '' : `第${chineseNumber(item)}项`,
  ].join('');
}

function placeIn(written: string): Place | undefined {
  const [, article, paragraph, item] = ARTICLE.exec(written) ?? [];
  const number = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));
  return article === undefined
    ? undefined
    : { article: Number(article), paragraph: number(paragraph), item: number(item) };
}
