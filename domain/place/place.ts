import * as z from 'zod';
import { listOf, stored } from '../stored.ts';

const named = { division: z.string(), name: z.string() };

export const PlaceSchema = stored({
  /** Six-digit division code, as fine as is certain: province, city or county. */
  division: z.string(),
  /** Full name for people, such as "江苏省苏州市吴中区". No street: an address may point at a person. */
  name: z.string(),
  /** 乡镇、街道: nine-digit code and name, where one is certain. */
  town: stored({ code: z.string(), name: z.string() }).optional(),
  /**
   * Where a finer place is named but several bear its name: the likeliest first, at most five. Never chosen without a
   * person. A code has six digits, or nine for a town; the scores are 0 to 1 and make 1 together.
   */
  candidates: listOf(stored({ ...named, score: z.number() })).optional(),
  /** 跨界: what lies on the other side of a border that the text speaks of. */
  neighbours: listOf(stored(named)).optional(),
});

/** Where the matter is, as far as the text or the sender tells. */
export type Place = Readonly<z.infer<typeof PlaceSchema>>;

export type PlaceCandidate = NonNullable<Place['candidates']>[number];
