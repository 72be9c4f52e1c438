import { dayOf, type Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/actor.ts';
import type { ActField } from './fields.ts';

/** What stands in the fields of a form before anybody types, by their names. */
export const startsOf = (fields: readonly ActField[], { name }: Staff, now: Instant): ReadonlyMap<string, string> => {
  const said = { today: dayOf(now), oneself: name };
  return new Map(fields.flatMap(({ name: field, words: { start } }) => (start ? [[field, said[start]] as const] : [])));
};
