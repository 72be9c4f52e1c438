import type { Classification } from './classification.ts';
import type { OfficialList, Taxonomy } from './taxonomy.ts';

/**
 * The types of a complaint as one official list words them. Where every subtype behind a type has a name of its own in
 * that list, such as "油烟" in a provincial one, those names stand for the type. A type that the list does not know is
 * left out.
 */
export function officialTypes(
  { types, subtypes }: Pick<Classification, 'types' | 'subtypes'>,
  { byType, bySubtype = {} }: OfficialList,
  taxonomy: Taxonomy,
): string[] {
  const names = types.flatMap((type) => {
    const behind = subtypes.filter((subtype) => taxonomy.subtypes[subtype]?.types.includes(type));
    const own = behind.flatMap((subtype) => bySubtype[subtype] ?? []);
    return behind.length > 0 && own.length === behind.length ? own : [...own, byType[type] ?? []].flat();
  });
  return [...new Set(names)];
}
