import type { Name } from './name.ts';
import { isCommon } from './plants.ts';
import type { RepeatRules } from './rules.ts';

/** Right before a name: that it tells where. */
const WHERE = /(?:在|于|位于|地处|坐落|地址是?[:：]?|地点是?[:：]?)$/;
const SENTENCE_END = /[。！？!?；;\n]/;
/** A sentence that goes on longer tells more than where. */
const LONGEST = 80;

/**
 * Whether a name tells where the matter is: it stands in the address or the accused, the title or the first sentence,
 * or right after 在 or 位于; where none does so, the first of the text. `head` is the length of address and accused before
 * the text. What stands before 楼下 or 东侧 does so only where nothing else is named, a mere trade aside.
 */
export function matterPlaceIn(
  text: string,
  head: number,
  names: readonly Name[],
  { commonParts }: RepeatRules,
): (name: Name) => boolean {
  const end = openingEnd(text, head);
  const isTrade = ({ kind, core }: Name): boolean => kind === 'site' && isCommon(core, commonParts);
  const named = names.filter((name) => name.kind !== 'division' && name.kind !== 'county' && !isTrade(name));
  const proper = named.filter(({ kind }) => kind !== 'nearby');
  const telling = proper.filter(({ start }) => start < end || WHERE.test(text.slice(Math.max(0, start - 5), start)));
  const chosen = new Set(telling.length > 0 ? telling : (proper.length > 0 ? proper : named).slice(0, 1));
  return (name) => chosen.has(name);
}

/** Where the title and the first sentence end. */
function openingEnd(text: string, head: number): number {
  const title = /^[^\n]{1,60}\n/.exec(text.slice(head))?.[0].length ?? 0;
  const begin = head + title;
  const sentence = text.slice(begin, begin + LONGEST).search(SENTENCE_END);
  return begin + (sentence < 0 ? LONGEST : sentence);
}
