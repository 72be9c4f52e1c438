import { covers, type Division } from '../place/division.ts';
import { commonArea } from '../place/meaning.ts';
import type { Place } from '../place/place.ts';

/**
 * 跨区域: what a border changes about who leads: the common superior coordinates, or the governments agree (provision
 * `cross-border`).
 */
export interface CrossBorder {
  /** The finest area of the province that holds the place and its neighbours within the province. */
  readonly area: Division;
  /** Each side of the border within the province, the place itself first. */
  readonly sides: readonly Division[];
  readonly trace: readonly string[];
}

/**
 * Undefined where the place touches no border. Another province cannot be given a case: it is only named. `basis` is
 * the law as it is printed.
 */
export function crossBorderOf(
  { division, name, neighbours = [] }: Place,
  province: Division,
  basis: string,
): CrossBorder | undefined {
  if (neighbours.length === 0) return undefined;
  const inside = neighbours.filter((neighbour) => covers(province, neighbour.division));
  const outside = neighbours.filter((neighbour) => !inside.includes(neighbour));
  const sides = [division, ...inside.map((neighbour) => neighbour.division)];
  const names = (some: typeof neighbours): string => some.map((neighbour) => neighbour.name).join('、');
  return {
    area: commonArea(sides) ?? province,
    sides,
    trace: [
      ...(inside.length > 0 ? [`跨界：${name}与${names(inside)}，由共同的上级牵头（${basis}）`] : []),
      ...(outside.length > 0 ? [`涉及省外：${names(outside)}，须商有关地方（${basis}）`] : []),
    ],
  };
}
