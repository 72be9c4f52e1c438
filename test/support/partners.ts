import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { memoryRateLimits } from '../../adapters/memory/rate-limits.ts';
import { memorySecretEntries } from '../../adapters/memory/secret-entries.ts';
import { isSignedBy } from '../../adapters/webhooks/standard-webhooks.ts';
import type { PartnerFormat } from '../../domain/partners/format.ts';
import type { Partner } from '../../domain/partners/partner.ts';
import type { PARTNERS_SECRET } from '../../functions/accept-partner-complaint/partner-order.ts';
import { intake } from './intake.ts';
import { SECRET } from './signing.ts';

type Secrets = z.output<typeof PARTNERS_SECRET.schema>;

/** A format as it is shipped. */
export const formatNamed = (name: string): PartnerFormat =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../config/partners/${name}.json`), 'utf8'));

/** A partner that may do whatever a hotline may. */
export const hotline = (changes: Partial<Partner> = {}): Partner => ({
  name: 'hotline',
  may: ['submit', 'supplement', 'urge', 'send-back', 'withdraw'],
  limit: { limit: 1000, windowSeconds: 60 },
  format: formatNamed('order-12345'),
  ...changes,
});

/** What takes in the orders of those partners, all with the same secret, with everything in memory. */
export function partnerIntake(...partners: readonly Partner[]) {
  const known = partners.length > 0 ? partners : [hotline()];
  const entries = known.map(({ name }) => [name, { secrets: [SECRET], revoked: false }]);
  return {
    ...intake(),
    secrets: memorySecretEntries<Secrets>(Object.fromEntries(entries)),
    partners: new Map(known.map((partner) => [partner.name, partner])),
    limits: memoryRateLimits(),
    isSignedBy,
  };
}
