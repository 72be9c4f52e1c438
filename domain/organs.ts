import type { Organ, Organs } from './organ.ts';

/** The organ of that id. Ids are checked at synth, so an unknown one is a broken deployment and throws. */
export function organNamed(id: string, organs: Organs): Organ {
  const organ = organs.get(id);
  if (!organ) throw new Error(`no organ "${id}"`);
  return organ;
}

/** The organ `levels` above this one, or the top of its line if the line is shorter. */
export function above(id: string, levels: number, organs: Organs): Organ {
  const organ = organNamed(id, organs);
  return levels === 0 || organ.superior === undefined ? organ : above(organ.superior, levels - 1, organs);
}

/** Whether `superior` stands above `id` in its line, however far. */
export function isAbove(superior: string, id: string, organs: Organs): boolean {
  const next = organs.get(id)?.superior;
  return next !== undefined && (next === superior || isAbove(superior, next, organs));
}
