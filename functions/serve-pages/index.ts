import { randomUUID } from 'node:crypto';
import { readProvince } from '../../adapters/config/read-config.ts';
import { readFormSettings } from '../../adapters/config/read-form-settings.ts';
import { createHandler } from './handler.ts';

const { name, retentionDays } = readProvince(import.meta.dirname);

export const handler = createHandler({
  site: { name },
  form: readFormSettings(import.meta.dirname),
  privacy: { name, evidenceDays: retentionDays.evidence, logDays: retentionDays.logs },
  newKey: randomUUID,
});
