import { randomUUID } from 'node:crypto';
import { readFormSettings } from '../../adapters/config/read-form-settings.ts';
import { readPrivacy } from '../../adapters/config/read-privacy.ts';
import { readSite } from '../../adapters/config/read-site.ts';
import { readStatutes } from '../../adapters/config/read-statutes.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({
  site: readSite(import.meta.dirname),
  form: readFormSettings(import.meta.dirname),
  privacy: readPrivacy(import.meta.dirname),
  lawOn: readStatutes(import.meta.dirname),
  newKey: randomUUID,
});
