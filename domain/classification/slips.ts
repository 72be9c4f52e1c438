import type { IncidentPart, TermList } from './lexicon.ts';
import type { Role } from './role.ts';

const SHORTEST = 2;

/**
 * Adds each sign and source with one of its characters written for another that sounds or looks like it: "费水" tells
 * what "废水" tells. A slip that is a term of its own stays one.
 */
export function addSlips(rolesByTerm: Map<string, Role[]>, slips: TermList): void {
  const writtenFor = writingsIn(slips);
  const terms = [...rolesByTerm].filter(([term, roles]) => roles.some((role) => isWorthIt(role, term.length)));
  for (const [term, roles] of terms) {
    for (const slip of slipsOf(term, writtenFor)) if (!rolesByTerm.has(slip)) rolesByTerm.set(slip, roles);
  }
}

function slipsOf(term: string, writtenFor: ReadonlyMap<string, readonly string[]>): string[] {
  return [...term].flatMap((character, i) =>
    (writtenFor.get(character) ?? []).map((other) => term.slice(0, i) + other + term.slice(i + 1)),
  );
}

/** The same for terms of incidents; none that ends in a particle, for "爆了" would be "报了". */
export function addIncidentSlips(partsByTerm: Map<string, IncidentPart[]>, slips: TermList): void {
  const writtenFor = writingsIn(slips);
  const terms = [...partsByTerm].filter(([term]) => term.length >= SHORTEST && !PARTICLE.test(term));
  for (const [term, parts] of terms) {
    for (const slip of slipsOf(term, writtenFor)) if (!partsByTerm.has(slip)) partsByTerm.set(slip, parts);
  }
}

const PARTICLE = /[了着得过]$/;

function writingsIn(slips: TermList): Map<string, string[]> {
  return new Map(slips.split(' ').map((group) => [group[0]!, [...group].slice(1)]));
}

/** Slips in names of places and trades make other words more often: 工厂, 工长. */
function isWorthIt(role: Role, length: number): boolean {
  if (role.kind === 'source') return length > SHORTEST;
  return role.kind === 'sign' && role.points > 1 && length >= SHORTEST;
}
