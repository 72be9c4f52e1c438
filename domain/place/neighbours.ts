import { chainOf, covers, type Division, WHOLE_COUNTRY } from './division.ts';
import { fullNameOf, type Gazetteer } from './gazetteer.ts';
import { commonArea, possibleDivisions } from './meaning.ts';
import { placeMentionsIn } from './mentions.ts';

/** A division on the other side of a border. */
export interface Neighbour {
  readonly division: Division;
  readonly name: string;
}

const BORDER = /交界|接壤|毗邻|分界|跨界|接界|搭界|相邻|相接|交汇|结合部|跨[省市县区]/;
const MOST_NEIGHBOURS = 4;

/**
 * 跨界: the counties, cities or provinces beside a place that the text names in one sentence with a border, such as
 * "临禾区与穗安区交界处". Naming two places without a border says nothing: one may be where the sender lives.
 */
export function neighboursIn(text: string, place: Division, gazetteer: Gazetteer, home: Division): Neighbour[] {
  const sentences = BORDER.test(text) ? text.split(/[。！？；!?;\n]/).filter((sentence) => BORDER.test(sentence)) : [];
  const beside = sentences.flatMap((sentence) => {
    const named = divisionsNamed(sentence, gazetteer, home);
    return named.some((division) => overlap(division, place)) ? named : [];
  });
  const others = [...new Set(beside)].filter((division) => !overlap(division, place));
  const finest = others.filter((division) => !others.some((other) => other !== division && covers(division, other)));
  return finest
    .slice(0, MOST_NEIGHBOURS)
    .map((division) => ({ division, name: fullNameOf(chainOf(division), gazetteer.names) }));
}

/**
 * Counties, cities and provinces whose names are certain. Whoever lives at a border calls the other side by its short
 * name, as those at home do.
 */
function divisionsNamed(sentence: string, gazetteer: Gazetteer, home: Division): Division[] {
  return placeMentionsIn(sentence, gazetteer, WHOLE_COUNTRY).flatMap((_, at, all) => {
    const own = possibleDivisions(all, at, home);
    const area = commonArea(own.length > 0 ? own : possibleDivisions(all, at, WHOLE_COUNTRY));
    return area && gazetteer.names.has(area) ? [area.slice(0, 6)] : [];
  });
}

function overlap(one: Division, other: Division): boolean {
  return covers(one, other) || covers(other, one);
}
