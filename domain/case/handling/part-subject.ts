import type { PollutionType } from '../../classification/classification.ts';
import type { Subtypes } from '../../classification/taxonomy.ts';

/** What a part is about. */
export interface PartSubject {
  readonly types: readonly PollutionType[];
  readonly subtypes: readonly string[];
}

/**
 * What a part of a letter is about by its matter alone: those of the letter's subtypes that make this matter, and their
 * types; where none does, what most of the subtypes are that make it. All that the letter is about, where nobody knows
 * what makes the matter.
 */
export function subjectOf(matter: string, whole: PartSubject, known: Subtypes = {}): PartSubject {
  const making = Object.keys(known).filter((code) => known[code]!.matter === matter);
  if (making.length === 0) return whole;
  const subtypes = whole.subtypes.filter((code) => making.includes(code));
  const types = new Set(subtypes.flatMap((code) => known[code]!.types));
  return { types: types.size > 0 ? [...types] : mostOften(making.flatMap((code) => known[code]!.types)), subtypes };
}

function mostOften(types: readonly PollutionType[]): PollutionType[] {
  const timesOf = (type: PollutionType) => types.filter((other) => other === type).length;
  const most = Math.max(...types.map(timesOf));
  return [...new Set(types)].filter((type) => timesOf(type) === most);
}
