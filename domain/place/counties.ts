import { compileTerms, entriesOf, type TermIndex } from '../text/term-index.ts';
import { covers, type Division, WHOLE_COUNTRY } from './division.ts';
import type { NameUse } from './gazetteer.ts';

type Terms = TermIndex<readonly [readonly NameUse[]]>;

const made = new WeakMap<Terms, Map<Division, Terms>>();

/**
 * The short names of counties that count by themselves in the province of `home`: some fifty, prepared once for each
 * province, so that a text is not read for those of all others.
 */
export function countyTermsOf(home: Division, boundTerms: Terms): Terms {
  if (home === WHOLE_COUNTRY) return boundTerms;
  const province = `${home.slice(0, 2)}0000`;
  const provinces = made.get(boundTerms) ?? new Map<Division, Terms>();
  const terms = provinces.get(province) ?? compileTerms(countiesOf(province, boundTerms), boundTerms.folding);
  made.set(boundTerms, provinces.set(province, terms));
  return terms;
}

function countiesOf(province: Division, terms: Terms): [string, readonly NameUse[]][] {
  return entriesOf(terms)
    .filter(({ value }) => value.some(isCountyOf(province)))
    .map(({ term, value }) => [term, value]);
}

export const isCountyOf =
  (home: Division) =>
  ({ form, division }: NameUse): boolean =>
    form === 'county' && covers(home, division);
