import type { Found } from '../text/terms.ts';
import type { Name } from './name.ts';
import type { Cue } from './rules.ts';

/** What hardly stands in a name: "有人", "想问", "公园里吹", "一股". */
const NAME = /^(?!二手|专业)(?:(?![有是个么一想问得着的]|里(?=\p{sc=Han})|公司|邻居|主播)\p{sc=Han}){3,6}$/u;
/** A clause, or what is complained of, begins. */
const OPENS = /(?:^|[^\p{L}\p{N}]|举报|投诉|反映|关于|[在是]|那个)$/u;
const LONGEST_OPENING = 2;

/**
 * "蓝湾国际" in "蓝湾国际打桩": where a text names no place in any other way, what stands before the first thing that it
 * complains of, if a clause begins with it.
 */
export function openingName(
  text: string,
  stops: Uint8Array,
  cues: readonly Found<readonly Cue[]>[],
  named: readonly Name[],
): Name[] {
  const subject = cues.find(({ value }) => value.some(({ kind }) => kind === 'sign' || kind === 'origin'));
  if (!subject || named.some(({ kind }) => kind !== 'division' && kind !== 'county' && kind !== 'town')) return [];
  let start = subject.start;
  while (start > 0 && stops[start - 1] === 0) start -= 1;
  const core = text.slice(start, subject.start).match(/\p{sc=Han}*$/u)![0];
  start = subject.start - core.length;
  const opens = OPENS.test(text.slice(Math.max(0, start - LONGEST_OPENING), start));
  return opens && NAME.test(core) ? [{ kind: 'estate', core, start }] : [];
}
