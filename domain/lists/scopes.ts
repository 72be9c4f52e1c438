import type { Relation } from '../case/rights/relations.ts';
import { depthOf, isAbove, provinceTop, type Roster } from '../organs.ts';
import type { Listing } from './listing.ts';
import type { Row } from './row.ts';

/** Whose cases a list holds, as people read it. */
export const SCOPES = {
  /** Those for which whoever asks is the officer. */
  mine: '本人经办',
  organ: '本单位主办',
  assisting: '本单位协办',
  /** Of others' cases those in which this organ must act next: to review a report, to answer an objection. */
  review: '待本单位审核',
  /** Led by organs below this one; for who sees to all of the province, by any other. */
  below: '下级单位',
  province: '全省',
} as const;

export type Scope = keyof typeof SCOPES;

export const SCOPE_NAMES = Object.keys(SCOPES) as readonly Scope[];

/** By what a list is kept: the organ that leads or assists, the one that must act, those above, or none for all. */
export const KINDS = ['led', 'assisting', 'awaited', 'top', 'branch', 'all'] as const;

/** One list as it is kept. */
export interface KeptList {
  readonly kind: (typeof KINDS)[number];
  readonly organ: string;
}

/** All cases of the province. */
export const ALL: KeptList = { kind: 'all', organ: 'CASE' };

/** The lists as kept that make up one as asked for, and which of their cases are of it. */
export interface Extent {
  readonly lists: readonly KeptList[];
  readonly holds: (row: Row) => boolean;
}

const everything = () => true;

export function extentOf(scope: Scope, organ: string, sub: string, roster: Roster): Extent {
  const led: KeptList = { kind: 'led', organ };
  const assisting: KeptList = { kind: 'assisting', organ };
  const isMine = ({ officers }: Row) => officers.includes(sub);
  const extents: Readonly<Record<Scope, () => Extent>> = {
    mine: () => ({ lists: [led, assisting], holds: isMine }),
    organ: () => ({ lists: [led], holds: everything }),
    assisting: () => ({ lists: [assisting], holds: everything }),
    review: () => ({ lists: [{ kind: 'awaited', organ }], holds: everything }),
    below: () => below(organ, roster),
    province: () => ({ lists: [ALL], holds: everything }),
  };
  return extents[scope]();
}

/** An organ deep down its line has no list of its own for those below it: they are few among those of its branch. */
function below(organ: string, roster: Roster): Extent {
  if (organ === provinceTop(roster)) return { lists: [ALL], holds: ({ lead }) => lead !== organ };
  const depth = depthOf(organ, roster);
  if (depth < 2) return { lists: [{ kind: depth === 0 ? 'top' : 'branch', organ }], holds: everything };
  const branch = branchOf(organ, roster);
  return { lists: [{ kind: 'branch', organ: branch }], holds: ({ lead }) => isAbove(organ, lead, roster.organs) };
}

const branchOf = (organ: string, roster: Roster): string =>
  depthOf(organ, roster) === 1 ? organ : branchOf(roster.organs.get(organ)!.superior!, roster);

/**
 * What whoever asks for a list is to its cases, if they may ask for it at all: one's own, those of organs below, and for
 * who sees to all of the province any.
 */
export function relationTo(scope: Scope, organ: string, asking: string, roster: Roster): Relation | undefined {
  if (scope === 'province') return asking === provinceTop(roster) ? 'province' : undefined;
  if (asking === organ) return OWN[scope];
  if (scope === 'mine') return undefined;
  if (isAbove(asking, organ, roster.organs)) return scope === 'assisting' ? 'overseeing' : 'above';
  return asking === provinceTop(roster) ? 'province' : undefined;
}

const OWN: Readonly<Record<Exclude<Scope, 'province'>, Relation>> = {
  mine: 'own',
  organ: 'own',
  assisting: 'assisting',
  review: 'above',
  below: 'above',
};

/** Every list that a case is kept in. */
export function listsOf({ led, assisting, awaited, top, branch }: Listing): readonly KeptList[] {
  const single = Object.entries({ led, awaited, top, branch }) as [KeptList['kind'], string | undefined][];
  return [
    ALL,
    ...single.flatMap(([kind, organ]) => (organ === undefined ? [] : [{ kind, organ }])),
    ...assisting.map((organ) => ({ kind: 'assisting', organ }) as const),
  ];
}
