import { randomUUID } from 'node:crypto';
import { readProvince } from '../../adapters/config/read-config.ts';
import { readFormSettings } from '../../adapters/config/read-form-settings.ts';
import { readPrivacy } from '../../adapters/config/read-privacy.ts';
import { readStatutes } from '../../adapters/config/read-statutes.ts';
import { createHandler } from './handler.ts';

const { name, organiser } = readProvince(import.meta.dirname);

export const handler = createHandler({
  site: { name, organiser },
  form: readFormSettings(import.meta.dirname),
  privacy: readPrivacy(import.meta.dirname),
  lawOn: readStatutes(import.meta.dirname),
  newKey: randomUUID,
});
