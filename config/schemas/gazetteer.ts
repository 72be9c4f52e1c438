import * as z from 'zod';
import type { GazetteerList } from '../../domain/place/gazetteer.ts';

const division = z.string().regex(/^\d{6}(\d{3})?$/, 'six digits, or nine for a town');

const divisions = z.string().regex(/^\d{6}( \d{6})*$/, 'codes of six digits, parted by spaces');

export const gazetteerSchema: z.ZodType<GazetteerList> = z.strictObject({
  $schema: z.string().optional(),
  source: z.string().min(1),
  divisions: z.record(division, z.string().min(2)),
  added: z.record(division, z.string().min(2)).optional(),
  addedSource: z.string().min(1).optional(),
  former: z.record(z.string().regex(/^20\d{2}$/), z.record(z.string().min(2), divisions)).optional(),
  formerSource: z.string().min(1).optional(),
  ordinary: z.strictObject({ names: z.string(), words: z.string() }).optional(),
  ordinarySource: z.string().min(1).optional(),
});
