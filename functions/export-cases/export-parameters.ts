import * as z from 'zod';
import { ListParameters } from '../shared/staff/list-parameters.ts';

/** GET /v1/cases/export: the list as GET /v1/cases takes it, whole, so without a cursor. */
export const ExportParameters = ListParameters.omit({ cursor: true }).extend({
  format: z.enum(['csv', 'xlsx']).default('csv'),
});

export type Format = z.infer<typeof ExportParameters>['format'];

export const MEDIA_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<Format, string>;
