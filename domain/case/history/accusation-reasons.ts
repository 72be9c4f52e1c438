import { type Accused, together, type UnknownOffice } from '../../accused/accused.ts';
import type { Case } from '../case.ts';
import type { CaseEvent } from '../events.ts';

/** 被反映单位 of a case, each with every reason on record: no state carries them. */
export function whyAccused({ accused = [], joinedTo }: Case, events: readonly CaseEvent[]): readonly Accused[] {
  const said = together(events.flatMap(saidBy));
  const byJoining = joinedTo === undefined ? [] : [`并案件${joinedTo}中的被反映单位`];
  return accused.map((organ) => said.find((one) => one.organ === organ) ?? { organ, why: byJoining });
}

/** Offices on no roster that it accuses, until a person has said who is accused. */
export function unknownAccused([first, ...rest]: readonly CaseEvent[]): readonly UnknownOffice[] {
  const isCorrected = rest.some(({ type }) => type === 'accused-corrected');
  return first?.type === 'registered' && !isCorrected ? (first.unknownOffices ?? []) : [];
}

function saidBy(event: CaseEvent): readonly Accused[] {
  switch (event.type) {
    case 'registered':
    case 'followed-up':
    case 'accused':
      return event.accused ?? [];
    case 'accused-corrected': {
      const { accused, before, reason } = event;
      return accused.filter((organ) => !before.includes(organ)).map((organ) => ({ organ, why: [reason] }));
    }
    default:
      return [];
  }
}
