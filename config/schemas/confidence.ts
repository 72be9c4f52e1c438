import * as z from 'zod';
import { whenReadable } from './readable.ts';

export const confidence = z.enum(['A', 'B', 'C', 'S', 'K']);

/** What nobody has checked must say so, or it is refused: a guess may not ship as fact. */
export const isMarked = (rule: { confidence: string; needsVerification?: boolean | undefined }): boolean =>
  rule.confidence !== 'K' || rule.needsVerification === true;
export const UNMARKED = {
  path: ['needsVerification'],
  error: 'must be true where the confidence is K',
  when: whenReadable({ confidence }, 'confidence'),
};
