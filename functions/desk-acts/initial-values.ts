import { dayOf, type Instant } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import type { ActField } from './fields.ts';

type Starts = readonly (readonly [name: string, value: string])[];

/** What stands in the fields of a form before anybody types, by the names of their inputs. */
export function initialValuesOf(
  fields: readonly ActField[],
  { name }: Staff,
  now: Instant,
  state: Case,
  organNameOf: (organ: string) => string,
): ReadonlyMap<string, string> {
  const said = { today: dayOf(now), oneself: name };
  const startOf = (field: ActField): Starts => {
    const { start } = field.words;
    if (start === undefined) return [];
    return start === 'current' ? currentOf(field, state, organNameOf) : [[field.name, said[start]]];
  };
  return new Map(fields.flatMap(startOf));
}

/** What the case has, so that whoever corrects it changes what is wrong and leaves the rest. */
function currentOf(
  { name, choices }: ActField,
  { classification, place, accused = [] }: Case,
  organNameOf: (organ: string) => string,
): Starts {
  switch (name) {
    case 'types':
      return classification.types.map((type) => [`${name}-${choices.indexOf(type)}`, type]);
    case 'matter':
      return [[name, classification.matter]];
    case 'division':
      return place ? [[name, place.division]] : [];
    case 'accused':
      return accused.map((organ, index) => [`${name}-${index}`, organNameOf(organ)]);
    default:
      return [];
  }
}
