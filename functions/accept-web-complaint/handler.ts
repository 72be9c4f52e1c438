import type * as z from 'zod';
import type { Submission } from '../../domain/complaint.ts';
import { wordsKept } from '../shared/complaint-text.ts';
import { bodyBytes, readInput, readJson, requireMediaType } from '../shared/http/body.ts';
import { answering, json } from '../shared/http/http.ts';
import { formIdOf, keyReused } from '../shared/submission/idempotency.ts';
import { type Beside, besideIn, noted } from '../shared/submission/optional-details.ts';
import { inlineOriginal } from '../shared/submission/original.ts';
import { acceptFromWeb, type WebAcceptanceDeps } from '../shared/submission/web-acceptance.ts';
import { ComplaintBody, namedSafely } from './complaint-body.ts';

/** POST /v1/complaints: takes a complaint as JSON and answers with its receipt. */
export const createHandler = (deps: WebAcceptanceDeps) =>
  answering(async (event) => {
    const sourceId = formIdOf(event);
    requireMediaType(event, 'application/json');
    const bytes = bodyBytes(event);
    const form = readInput(ComplaintBody, readJson(bytes));
    const { beside, notes } = besideIn(form.anonymous ? { ...form, contact: undefined } : form);
    const submission = submissionFrom(form, beside, sourceId, bytes);
    return acceptFromWeb(submission, event, deps, async (acceptance) => {
      if (acceptance.kind === 'accepted') return json(202, { ...acceptance.receipt, ...noted(notes) });
      throw keyReused();
    });
  });

function submissionFrom(
  { text, anonymous, attachments }: z.output<typeof ComplaintBody>,
  beside: Beside,
  sourceId: string,
  bytes: Uint8Array,
): Submission {
  return {
    ...beside,
    contact: beside.contact,
    channel: 'web',
    sourceId,
    anonymous: !beside.contact,
    attachments: namedSafely(attachments),
    ...wordsKept(text),
    original: inlineOriginal('application/json', anonymous ? impersonal(bytes) : bytes),
  };
}

/** What the form has, but for who sends it. */
const IMPERSONAL = Object.keys(ComplaintBody.shape).filter((field) => field !== 'contact');

/** Whoever asks for no contact to be kept asks that of what they sent as well: no other field may hold it either. */
function impersonal(bytes: Uint8Array): Uint8Array {
  const sent = Object(readJson(bytes));
  const kept = IMPERSONAL.filter((field) => Object.hasOwn(sent, field)).map((field) => [field, sent[field]]);
  return Buffer.from(JSON.stringify(Object.fromEntries(kept)));
}
