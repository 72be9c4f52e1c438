import { OWN_DEPARTMENT } from '../matter.ts';
import type { Organ, OrganLevel, Organs } from '../organs.ts';
import { covers, type Division, finenessOf } from '../place/division.ts';
import type { Authority } from './mentions.ts';

/** What an authority is looked for by, beside its words. */
export interface Surroundings {
  readonly organs: Organs;
  /** Of every division, as people write it. */
  readonly names: ReadonlyMap<Division, string>;
  /** Where the matter is. */
  readonly place?: Division | undefined;
  /** Whom the text is written to: who has the case, where it has one. */
  readonly reader?: string | undefined;
}

const LEVEL_OF: readonly (OrganLevel | undefined)[] = [undefined, 'province', 'city', 'county'];
const KIND = /(?:省|市|自治[区州县]|区|县|州|盟|旗)$/;

/**
 * The organ of the roster that an authority in a text is; undefined where the roster has none of that place, line and
 * level, such as a police station. An organ named in full, or by an alias of its own, is that organ.
 */
export function organOf(text: string, authority: Authority, around: Surroundings): Organ | undefined {
  const { organs, reader, place } = around;
  const written = namedIn(text, authority, organs);
  if (written) return written;
  const addressee = reader === undefined ? undefined : organs.get(reader);
  if (authority.isReader && addressee) return addressee;
  const named = divisionOf(authority, text, around);
  const where = named ?? addressee?.division ?? place;
  if (where === undefined) return undefined;
  const { department = addressee?.department ?? OWN_DEPARTMENT } = authority;
  return inLine(department, where, authority.level ?? levelOf(named), organs);
}

/** By its full name or an alias that ends within the mention, the longest first. */
function namedIn(text: string, { placeEnd, end }: Authority, organs: Organs): Organ | undefined {
  const names = [...organs.values()].flatMap((organ) =>
    [organ.name, ...(organ.aliases ?? [])].map((name) => [name, organ] as const),
  );
  const endsWithin = (name: string) => text.slice(Math.max(0, placeEnd + 1 - name.length), end).includes(name);
  const found = names.filter(([name]) => endsWithin(name));
  return found.toSorted(([one], [other]) => other.length - one.length)[0]?.[1];
}

function levelOf(division: Division | undefined): OrganLevel | undefined {
  return division === undefined ? undefined : LEVEL_OF[finenessOf(division)];
}

function divisionOf(
  { branch, placeEnd }: Authority,
  text: string,
  { organs, names }: Surroundings,
): Division | undefined {
  const before = branch ?? text.slice(0, placeEnd);
  const known = [...new Set([...organs.values()].map(({ division }) => division))].flatMap((division) => {
    const name = names.get(division) ?? '';
    const short = name.replace(KIND, '');
    return [name, short]
      .filter((form) => form.length > 1 && before.endsWith(form))
      .map((form) => [form, division] as const);
  });
  return known.toSorted(([one], [other]) => other.length - one.length)[0]?.[1];
}

/** The one at that level; where none is said, the finest that answers for the place. */
function inLine(department: string, place: Division, level: OrganLevel | undefined, organs: Organs): Organ | undefined {
  return [...organs.values()]
    .filter((organ) => organ.department === department && covers(organ.division, place))
    .filter((organ) => level === undefined || organ.level === level)
    .toSorted((one, other) => finenessOf(other.division) - finenessOf(one.division))[0];
}
