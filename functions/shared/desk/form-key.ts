import { createHmac, timingSafeEqual } from 'node:crypto';

/** What stands in each form of the desk: a key of its own, and the proof that this session was shown it for that path. */
export interface FormKey {
  readonly key: string;
  readonly proof: string;
}

/** `sessionId` is what the browser holds, which this service does not keep. */
export const formKey = (key: string, sessionId: string, path: string): FormKey => ({
  key,
  proof: createHmac('sha256', sessionId).update(`${path} ${key}`).digest('base64url'),
});

/** Whether a form was shown to that session for that path. */
export function isShown(sent: Partial<FormKey>, sessionId: string, path: string): boolean {
  if (sent.key === undefined || sent.proof === undefined) return false;
  const [given, right] = [sent.proof, formKey(sent.key, sessionId, path).proof].map((text) => Buffer.from(text));
  return given!.length === right!.length && timingSafeEqual(given!, right!);
}
