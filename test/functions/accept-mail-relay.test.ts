import { describe, expect, it } from 'vitest';
import { memoryEvidence } from '../../adapters/memory/evidence.ts';
import { isSignedBy } from '../../adapters/webhooks/standard-webhooks.ts';
import { createHandler } from '../../functions/accept-mail-relay/handler.ts';
import { NOW, type Request, send } from '../support/intake.ts';
import { SECRET, signedHeaders } from '../support/signing.ts';

const mail = Buffer.concat([
  Buffer.from('Subject: '),
  Buffer.from([0xcd, 0xb6, 0xcb, 0xdf]),
  Buffer.from('\r\n\r\nx\r\n'),
]);
const world = () => ({ relay: async () => ({ secrets: [SECRET] }), isSignedBy, evidence: memoryEvidence() });

const relay = (deps: ReturnType<typeof world>, body: Uint8Array, request: Partial<Request> = {}) =>
  send(createHandler(deps), {
    body,
    headers: { 'content-type': 'message/rfc822', ...signedHeaders(body) },
    ...request,
  });

describe('POST /v1/channels/email', () => {
  it('keeps the mail byte for byte, once however often it comes', async () => {
    const deps = world();
    const answers = [await relay(deps, mail), await relay(deps, mail)];

    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    const key = `mail/relay/${answers[0]?.json.id}`;
    expect(deps.evidence.keys()).toEqual([key]);
    expect(Buffer.from(await deps.evidence.read(key)).equals(mail)).toBe(true);
  });

  it.each([
    ['a wrong signature', { headers: { 'content-type': 'message/rfc822', ...signedHeaders('other') } }, 401],
    ['a stale signature', { at: NOW + 301_000 }, 401],
    ['another media type', { headers: { 'content-type': 'text/plain', ...signedHeaders(mail) } }, 415],
    ['a mail that no Lambda request holds', { body: new Uint8Array(4_500_001) }, 413],
  ])('refuses %s and keeps nothing', async (_, request, status) => {
    const deps = world();
    expect((await relay(deps, mail, request)).status).toBe(status);
    expect(deps.evidence.keys()).toEqual([]);
  });
});
