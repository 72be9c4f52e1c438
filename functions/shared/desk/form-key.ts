import { createHmac } from 'node:crypto';
import { equalInConstantTime } from '../constant-time.ts';

/** What stands in each form of the desk: a key of its own, and the proof that this session was shown it for that path. */
export interface FormKey {
  readonly key: string;
  readonly proof: string;
}

/** `sessionId` is what the browser holds, which this service does not keep. */
export const formKey = (key: string, sessionId: string, path: string): FormKey => ({
  key,
  proof: proofOf(`${path} ${key}`, sessionId),
});

const proofOf = (text: string, sessionId: string): string =>
  createHmac('sha256', sessionId).update(text).digest('base64url');

/** Whether a form was shown to that session for that path. */
export function isShown(sent: Partial<FormKey>, sessionId: string, path: string): boolean {
  if (sent.key === undefined || sent.proof === undefined) return false;
  return equalInConstantTime(sent.proof, formKey(sent.key, sessionId, path).proof);
}

/** What was done, as the next page's address tells it: by whoever has that session, and no link of anybody else's. */
export const toldBy = (sessionId: string, what: string): string => `${what}.${shortProof(sessionId, what)}`;

/** What such an address tells; undefined for what that session never did. */
export function toldTo(sessionId: string, told: string | undefined): string | undefined {
  const [, what, proof] = /^(.{1,100})\.([\w-]{16})$/.exec(told ?? '') ?? [];
  return what !== undefined && equalInConstantTime(proof!, shortProof(sessionId, what)) ? what : undefined;
}

const shortProof = (sessionId: string, what: string): string => proofOf(`done ${what}`, sessionId).slice(0, 16);
