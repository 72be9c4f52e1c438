import type * as z from 'zod';
import type { Original, Submission } from '../../domain/complaint.ts';
import { namedSafely } from '../accept-web-complaint/complaint-body.ts';
import { wordsKept } from '../shared/complaint-text.ts';
import type { SupplementBody } from './supplement-body.ts';

/** What a form adds to the complaint `to`. Who sends it stays with the complaint: it is kept there once. */
export function supplementOf(
  { text, attachments }: z.output<typeof SupplementBody>,
  to: string,
  formId: string,
  original: Original,
): Submission {
  return {
    channel: 'web',
    sourceId: `supplement:${to}:${formId}`,
    anonymous: true,
    attachments: namedSafely(attachments),
    ...wordsKept(text),
    follows: { to, as: 'supplement' },
    original,
  };
}
