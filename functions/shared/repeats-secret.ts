import * as z from 'zod';
import { hashKeyFrom } from '../../domain/repeats/keyed-hash.ts';

/** The province's own key, under which names are hashed: {"key": 16 hexadecimal digits}. */
export const RepeatsSecret = z
  .object({ key: z.string().regex(/^[0-9a-f]{16}$/i) })
  .transform(({ key }) => hashKeyFrom(key));
