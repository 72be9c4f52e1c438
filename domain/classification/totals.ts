import type { Evidence } from './evidence.ts';
import type { ClassificationRules } from './rules.ts';
import { tallySubtypes } from './tally.ts';

/** The five totals that weights decide by: points are counted by their logarithm, for the tenth sign says little. */
export function totalsOf(
  { signs, otherSubjects }: Evidence,
  length: number,
  rules: Pick<ClassificationRules, 'taxonomy' | 'ownMatters'>,
): Readonly<Record<'own' | 'departments' | 'others' | 'length' | 'strongest', number>> {
  const tallies = [...tallySubtypes(signs, rules)];
  const pointsOf = (own: boolean): number =>
    tallies
      .filter(([subtype]) => rules.ownMatters.has(rules.taxonomy.subtypes[subtype]!.matter) === own)
      .reduce((sum, [, { points }]) => sum + points, 0);
  return {
    own: Math.log1p(pointsOf(true)),
    departments: Math.log1p(pointsOf(false)),
    others: Math.log1p([...otherSubjects.values()].reduce((sum, points) => sum + points, 0)),
    length: Math.log1p(length),
    strongest: Math.log1p(tallies[0]?.[1].points ?? 0),
  };
}
