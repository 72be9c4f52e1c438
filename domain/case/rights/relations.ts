import { isShutOut, withoutAccused } from '../../accused/recusal.ts';
import { isAbove, type Organ, organNamed, provinceTop, type Roster } from '../../organs.ts';
import type { Case } from '../case.ts';
import { mayDecideObjection } from './objection.ts';

/** What an organ can be to a case, as people read it. Not all that it is may count for all. */
export const RELATIONS = {
  own: '主办单位',
  /** However far. The top of a line stands above itself. */
  above: '主办单位的上级',
  /** Whoever decides on an objection, and those above, as long as one waits for its answer. */
  assigner: '答复异议的单位',
  assisting: '协办单位',
  overseeing: '协办单位的上级',
  /** Of any case, whoever leads it. */
  province: '全省牵头单位',
  below: '主办单位的下级',
  sibling: '同一上级的其他单位',
  /** And all below: it must not even know of the case. */
  accused: '被反映单位及其下级',
  other: '其他单位',
} as const;

export type Relation = keyof typeof RELATIONS;

/** Everything that an organ is to a case: several at once, where it leads and assists, say; at least `other`. */
export function relationsOf(state: Case, organ: string, roster: Roster): readonly Relation[] {
  const fair = withoutAccused(roster, state.accused);
  if (isShutOut(organ, fair)) return ['accused'];
  const lead = organNamed(state.lead, fair);
  const found = (Object.keys(IS) as (keyof typeof IS)[]).filter((relation) => IS[relation](organ, lead, state, fair));
  return found.length > 0 ? found : ['other'];
}

type Test = (organ: string, lead: Organ, state: Case, roster: Roster) => boolean;

const IS: Readonly<Record<Exclude<Relation, 'accused' | 'other'>, Test>> = {
  own: (organ, lead) => organ === lead.id,
  above: (organ, { id, superior }, _, { organs }) =>
    isAbove(organ, id, organs) || (organ === id && superior === undefined),
  assigner: (organ, _, state, roster) => state.objection !== undefined && mayDecideObjection(state, organ, roster),
  assisting: (organ, _, { assisting }) => assisting.includes(organ),
  overseeing: (organ, _, { assisting }, { organs }) => assisting.some((id) => isAbove(organ, id, organs)),
  province: (organ, _, __, roster) => organ === provinceTop(roster),
  below: (organ, { id }, _, { organs }) => isAbove(id, organ, organs),
  sibling: (organ, { id, superior }, _, { organs }) =>
    superior !== undefined && organ !== id && organs.get(organ)?.superior === superior,
};
