import { describe, expect, it } from 'vitest';
import { isSignedBy } from '../../adapters/webhooks/standard-webhooks.ts';
import { createHandler } from '../../functions/offer-mail-upload/handler.ts';
import { NOW, type Request, send } from '../support/intake.ts';
import { SECRET, signedHeaders } from '../support/signing.ts';

const SHA256 = 'ab'.repeat(32);

const world = () => {
  const signed: unknown[] = [];
  const signUpload = async (...upload: unknown[]) => {
    signed.push(upload);
    return { url: 'https://evidence.example/x', headers: { 'content-length': '1' } };
  };
  return { signed, deps: { relay: async () => ({ secrets: [SECRET] }), isSignedBy, signUpload } };
};

const ask = ({ deps }: ReturnType<typeof world>, mail: unknown, request: Partial<Request> = {}) => {
  const body = typeof mail === 'string' ? mail : JSON.stringify(mail);
  const headers = { 'content-type': 'application/json', ...signedHeaders(body) };
  return send(createHandler(deps), { body, headers, ...request });
};

describe('POST /v1/channels/email/uploads', () => {
  it('gives the relay an address for that mail and no other, good for a quarter of an hour', async () => {
    const here = world();
    expect(await ask(here, { bytes: 30_000_000, sha256: SHA256 })).toMatchObject({
      status: 200,
      json: { id: SHA256, url: 'https://evidence.example/x', expiresAt: '2026-11-20T13:18:00.000Z' },
    });
    const upload = { key: `mail/relay/${SHA256}`, bytes: 30_000_000, sha256: SHA256 };
    expect(here.signed).toEqual([[upload, 900, '2026-11-20T13:03:00.000Z']]);
  });

  it.each([
    [
      'a wrong signature',
      { bytes: 1, sha256: SHA256 },
      { headers: { 'content-type': 'application/json', ...signedHeaders('other') } },
      401,
    ],
    ['a stale one', { bytes: 1, sha256: SHA256 }, { at: NOW + 301_000 }, 401],
    ['a mail that is longer than we read', { bytes: 45_000_001, sha256: SHA256 }, {}, 413],
    ['an empty mail', { bytes: 0, sha256: SHA256 }, {}, 400],
    ['no digest', { bytes: 1, sha256: '../../cases' }, {}, 400],
    ['no JSON', '{', {}, 400],
  ])('gives none for %s', async (_, mail, request, status) => {
    const here = world();
    expect((await ask(here, mail, request)).status).toBe(status);
    expect(here.signed).toEqual([]);
  });
});
