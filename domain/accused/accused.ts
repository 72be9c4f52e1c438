import * as z from 'zod';
import { listOf, stored } from '../stored.ts';

export const AccusedSchema = stored({
  organ: z.string(),
  /** Why, for staff: quotes names of organs and what is held against them, never the person. */
  why: listOf(z.string()),
});

/** An office that is on no roster, such as a police station, by its kind as the text has it. */
export const UnknownOfficeSchema = stored({
  name: z.string(),
  /** Why, as above. */
  why: listOf(z.string()),
});
export type UnknownOffice = Readonly<z.infer<typeof UnknownOfficeSchema>>;

/** 被反映单位: an organ whose own conduct a complaint is about. A suggestion: staff have the last word. */
export type Accused = Readonly<z.infer<typeof AccusedSchema>>;

/** Each organ once, with everything that is held against it. */
export function together(accused: readonly Accused[]): readonly Accused[] {
  const byOrgan = Map.groupBy(accused, ({ organ }) => organ);
  return [...byOrgan].map(([organ, all]) => ({ organ, why: [...new Set(all.flatMap(({ why }) => why))] }));
}
