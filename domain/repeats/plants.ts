import { findTerms } from '../text/terms.ts';
import type { Name } from './name.ts';
import type { RepeatRules } from './rules.ts';

type CommonParts = RepeatRules['commonParts'];

/** What a village, a town or a road has seldom two of. */
const SINGLE_SITE = /[厂场站矿窑坊]$/u;
/** "铁山" of "铁山矿区": what lies in it is called after it either way. */
const QUARTER = /(?<=.{2})[矿库林厂园]区$/u;
/** What stands before the last character of a plant's name. */
const PLANT = /^(\p{sc=Han}{4,})[厂场站矿窑坊]$/u;

/** Whose name a plant may bear. */
export const SMALL_AREAS: readonly Name['kind'][] = ['town', 'road', 'village'];

/** One that has no name may bear that of its village, town or road. */
export const isSingleSite = (ending: string): boolean => SINGLE_SITE.test(ending);

/** "上湾" in "沙溪镇上湾洗煤厂": right after its town a plant may bear the name of its village. */
export function villageOf(plant: Name, commonParts: CommonParts): Name[] {
  const { kind, core, start, ending = '', area } = plant;
  if (kind !== 'site' || area !== undefined || !isSingleSite(ending)) return [];
  const own = core.slice(0, tradeStart(core, commonParts));
  return own.length >= 2 ? [{ kind: 'village', core: own, start }] : [];
}

/**
 * "上湾洗煤厂" and "上湾村洗煤厂" are one: two characters of what a plant is called, or of the area whose name it bears,
 * and two of its trade.
 */
export function plantOf(called: string, area: string | undefined, { commonParts }: RepeatRules): string[] {
  const [, whole] = PLANT.exec(area !== undefined && !called.startsWith(area) ? area + called : called) ?? [];
  if (whole === undefined) return [];
  const name = (area ?? whole.slice(0, tradeStart(whole, commonParts))).replace(QUARTER, '');
  return name.length < 2 || name.length === whole.length ? [] : [`厂${name.slice(-2)}${whole.slice(-2)}`];
}

/**
 * "铸造厂黑烟，沙坪路" and "沙坪路铸造厂": a plant without a name of its own bears that of the village, town or road that
 * its text names, where it names one only.
 */
export function bornElsewhere(names: readonly Name[], { commonParts }: RepeatRules): readonly Name[] {
  const areas = names.filter(({ kind, core }) => SMALL_AREAS.includes(kind) && core.length >= 2);
  const [area, another] = [...new Set(areas.map(({ core }) => core))];
  if (area === undefined || another !== undefined) return names;
  const isNameless = ({ kind, core, ending = '', area: own }: Name): boolean =>
    kind === 'site' && own === undefined && isSingleSite(ending) && isCommon(core, commonParts);
  return names.map((name) => (isNameless(name) ? { ...name, area } : name));
}

/** "塑料造粒": nothing but common parts. */
export function isCommon(core: string, commonParts: CommonParts): boolean {
  return findTerms(core, commonParts).reduce((sum, { start, end }) => sum + end - start, 0) === core.length;
}

/** Where the common parts begin that a name ends in. */
function tradeStart(name: string, commonParts: CommonParts): number {
  return findTerms(name, commonParts).reduceRight((end, part) => (part.end === end ? part.start : end), name.length);
}
