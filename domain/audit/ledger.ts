import * as z from 'zod';
import type { KnownHead } from './verify-record.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits, lower case');

/** 链头 of a case, which is named by the hash of its id. */
export const HeadLine = z.strictObject({ case: Hash, head: Hash, seq: z.int().min(1) });

export const knownHeadOf = ({ head, ...rest }: z.infer<typeof HeadLine>): KnownHead => ({ ...rest, hash: head });
