import * as z from 'zod';
import type { GazetteerList } from '../../domain/place/gazetteer.ts';

const division = z.string().regex(/^\d{6}(\d{3})?$/, 'six digits, or nine for a town');

export const gazetteerSchema: z.ZodType<GazetteerList> = z.strictObject({
  source: z.string().min(1),
  divisions: z.record(division, z.string().min(2)),
  added: z.record(division, z.string().min(2)).optional(),
  addedSource: z.string().min(1).optional(),
  former: z.record(z.string().min(2), division).optional(),
});
