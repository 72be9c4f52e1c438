import { timingSafeEqual } from 'node:crypto';
import { sha256 } from './digest.ts';

/** Takes the same time whether or not, and where, the two differ: digests are of one length. */
export const equalInConstantTime = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(one)), Buffer.from(sha256(other)));
