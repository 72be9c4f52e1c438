import type { Found } from '../text/terms.ts';
import type { IncidentPart, IncidentTerm } from './lexicon.ts';

const SPILLS: ReadonlySet<IncidentPart> = new Set(['release', 'breakage', 'outflow', 'crash']);
const SPILT: readonly IncidentPart[] = ['gas', 'liquid', 'tank', 'faint'];

/**
 * Kitchens, cars and machines hold little: where one of them is named, says of oil and drums that they make no accident,
 * unless open water is near. A drain is none: whatever is spilt in a street runs into one.
 */
export function isSlightIn(
  what: IncidentPart,
  around: readonly Found<IncidentTerm>[],
): (one: Found<IncidentTerm>) => boolean {
  const has = (part: IncidentPart) => around.some(({ value }) => value.parts.has(part));
  const reachesWater = around.some(({ value }) => value.parts.has('open-water') && !value.parts.has('drain'));
  const isSmall = SPILLS.has(what) && has('small') && !reachesWater && !has('drinking-water');
  return ({ value }) => isSmall && value.parts.has('faint');
}

/** Whether all that spills in a text is slight. */
export function isAllSlight(found: readonly Found<IncidentTerm>[]): boolean {
  const spilt = found.filter(({ value }) => SPILT.some((part) => value.parts.has(part)));
  return spilt.length > 0 && spilt.every(isSlightIn('release', found));
}
