import type { StaffCommand } from '../../domain/case/acts.ts';

/** What an organ may be to a case of the county. */
export type Place =
  | 'own'
  | 'above'
  | 'assigner'
  | 'assisting'
  | 'overseeing'
  | 'sibling'
  | 'below'
  | 'other'
  | 'accused';

/** How an organ comes to be that to the case, and which organ it is. */
export const PLACES: Readonly<Record<Place, readonly [organ: string, ...before: (readonly [string, StaffCommand])[]]>> =
  {
    own: ['county'],
    above: ['city'],
    sibling: ['neighbour'],
    other: ['desk'],
    assigner: ['desk', ['county', { type: 'object', reason: '不属本单位' }]],
    assisting: ['neighbour', ['city', { type: 'assign', lead: 'county', assisting: ['neighbour'] }]],
    below: ['county', ['city', { type: 'assign', lead: 'city', assisting: [] }]],
    overseeing: ['city', ['province', { type: 'assign', lead: 'province', assisting: ['neighbour'] }]],
    accused: ['county', ['city', { type: 'correct-accused', accused: ['county'], reason: '反映本单位' }]],
  };
export const places = Object.keys(PLACES) as Place[];
