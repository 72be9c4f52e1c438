import type { PartnerFormat } from '../../domain/partners/format.ts';
import type { Partner } from '../../domain/partners/partner.ts';
import type { RateLimit } from '../../domain/rate-limit.ts';
import { readProvince, readRules } from './read-config.ts';

/** Twenty calls a second: more than a city's hotline makes, less than would crowd out the others. */
const DEFAULT_LIMIT: RateLimit = { limit: 1200, windowSeconds: 60 };

/** The partners of the province with what each may do, by name. */
export function readPartners(folder: string): ReadonlyMap<string, Partner> {
  const partners = readProvince(folder).partners.map(({ name, adapter, may, limit = DEFAULT_LIMIT }): Partner => {
    return { name, may, limit, format: readRules(folder, `partners/${adapter}`) };
  });
  return new Map(partners.map((partner) => [partner.name, partner]));
}

/** The formats in which the partners of the province may write, each once. */
export function readPartnerFormats(folder: string): PartnerFormat[] {
  const adapters = new Set(readProvince(folder).partners.map(({ adapter }) => adapter));
  return [...adapters].map((adapter) => readRules<PartnerFormat>(folder, `partners/${adapter}`));
}
