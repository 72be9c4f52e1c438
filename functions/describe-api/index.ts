import { readPartnerFormats } from '../../adapters/config/read-partners.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler(readPartnerFormats(import.meta.dirname));
