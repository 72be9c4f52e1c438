import * as z from 'zod';
import type { Submission } from '../../domain/complaint.ts';
import { bodyBytes, readInput, readJson, requireMediaType } from '../shared/body.ts';
import { answering, json } from '../shared/http.ts';
import { formIdOf } from '../shared/idempotency.ts';
import { inlineOriginal } from '../shared/original.ts';
import { Refusal } from '../shared/problem.ts';
import { acceptFromWeb, type WebAcceptanceDeps } from '../shared/web-acceptance.ts';
import { wordsKept } from '../shared/words.ts';
import { ComplaintBody } from './complaint-body.ts';

/** POST /v1/complaints: takes a complaint as JSON and answers with its receipt. */
export const createHandler = (deps: WebAcceptanceDeps) =>
  answering(async (event) => {
    const sourceId = formIdOf(event);
    requireMediaType(event, 'application/json');
    const bytes = bodyBytes(event);
    const submission = submissionFrom(readInput(ComplaintBody, readJson(bytes)), sourceId, bytes);
    return acceptFromWeb(submission, event, deps, async (acceptance) => {
      if (acceptance.kind === 'accepted') return json(202, acceptance.receipt);
      throw new Refusal('idempotency-key-reused');
    });
  });

function submissionFrom(form: z.output<typeof ComplaintBody>, sourceId: string, bytes: Uint8Array): Submission {
  const named = Object.values(form.contact ?? {}).some(Boolean);
  const contact = named && !form.anonymous ? form.contact : undefined;
  return {
    ...form,
    channel: 'web',
    sourceId,
    contact,
    anonymous: !contact,
    ...wordsKept(form.text),
    original: inlineOriginal('application/json', form.anonymous ? withoutContact(bytes) : bytes),
  };
}

/** Whoever asks for no contact to be kept asks that of what they sent as well. */
function withoutContact(bytes: Uint8Array): Uint8Array {
  const { contact, ...rest } = z.looseObject({ contact: z.unknown().optional() }).parse(readJson(bytes));
  return contact === undefined ? bytes : Buffer.from(JSON.stringify(rest));
}
