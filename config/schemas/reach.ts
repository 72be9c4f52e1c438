import * as z from 'zod';
import { RESERVED_DOMAINS } from '../../domain/notices/delivery/reach.ts';

/** Devices of testers who agreed to it: beside them, a demonstration reaches nobody. */
export const reachSchema = z.strictObject({
  phones: z.array(z.string().regex(/^1[3-9]\d{9}$/, 'must be a mobile number of eleven digits')),
  chats: z.array(z.string().min(1)),
});

/** As IAM writes it: every address in a reserved domain, or below it. */
export const RESERVED_RECIPIENTS: readonly string[] = RESERVED_DOMAINS.flatMap((domain) => [
  `*@${domain}`,
  `*@*.${domain}`,
]);
