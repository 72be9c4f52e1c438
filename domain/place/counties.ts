import { compileTerms, entriesOf, openTerms, type TermIndex } from '../text/term-index.ts';
import { covers, type Division, WHOLE_COUNTRY } from './division.ts';
import type { Gazetteer, NameUse } from './gazetteer.ts';

type Terms = TermIndex<readonly [readonly NameUse[]]>;
type NamesAtHome = TermIndex<readonly [names: readonly NameUse[], counties: readonly NameUse[]]>;

const made = new WeakMap<Terms, Map<Division, NamesAtHome>>();

/**
 * The names that can stand by themselves, and beside them the short names of counties that count by themselves in the
 * province of `home`: some fifty, so that a text is not read for those of all others. Prepared once for each province.
 */
export function namesAtHome(
  home: Division,
  { terms, boundTerms }: Pick<Gazetteer, 'terms' | 'boundTerms'>,
): NamesAtHome {
  const province = home === WHOLE_COUNTRY ? home : `${home.slice(0, 2)}0000`;
  const provinces = made.get(boundTerms) ?? new Map<Division, NamesAtHome>();
  const known = provinces.get(province);
  if (known) return known;
  const counties = province === WHOLE_COUNTRY ? boundTerms : countiesOf(province, boundTerms);
  const names = openTerms([terms.lists[0], counties.lists[0]], terms.folding);
  made.set(boundTerms, provinces.set(province, names));
  return names;
}

function countiesOf(province: Division, terms: Terms): Terms {
  const counties = entriesOf(terms).filter(({ value }) => value.some(isCountyOf(province)));
  return compileTerms(
    counties.map(({ term, value }) => [term, value]),
    terms.folding,
  );
}

export const isCountyOf =
  (home: Division) =>
  ({ form, division }: NameUse): boolean =>
    form === 'county' && covers(home, division);
