import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { isSignedBy } from '../../../adapters/webhooks/standard-webhooks.ts';
import { NOW } from '../../support/intake.ts';
import { SECRET, signedHeaders } from '../../support/signing.ts';

const body = Buffer.from('{"text":"河水发黑"}');
const OTHER = `whsec_${Buffer.from('another secret, also 32 bytes...').toString('base64')}`;

describe('a signed request', () => {
  it('is known by the secret that the reference library signed it with', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array({ minLength: 24, maxLength: 64 }), (text, key) => {
        const secret = `whsec_${Buffer.from(key).toString('base64')}`;
        const headers = {
          'webhook-id': 'msg_1',
          'webhook-timestamp': String(NOW / 1000),
          'webhook-signature': new Webhook(secret).sign('msg_1', new Date(NOW), text),
        };
        return isSignedBy([OTHER, secret], { headers, body: Buffer.from(text) }, NOW);
      }),
    );
  });

  it('may carry several signatures while its sender rotates', () => {
    const headers = signedHeaders(body);
    const several = { ...headers, 'webhook-signature': `v1a,xyz v1,AAAA ${headers['webhook-signature']}` };
    expect(isSignedBy([OTHER, SECRET], { headers: several, body }, NOW)).toBe(true);
  });

  it.each([-300, 300])('is taken %i seconds away from the time it was signed', (seconds) => {
    expect(isSignedBy([SECRET], { headers: signedHeaders(body), body }, NOW + seconds * 1000)).toBe(true);
  });

  it.each([-301, 301])('is stale %i seconds away', (seconds) => {
    expect(isSignedBy([SECRET], { headers: signedHeaders(body), body }, NOW + seconds * 1000)).toBe(false);
  });

  it.each([
    ['no id', { 'webhook-id': '' }],
    ['an id with a dot', { 'webhook-id': 'msg.1' }],
    ['a time that is not only digits', { 'webhook-timestamp': `${NOW / 1000}abc` }],
    ['no signature', { 'webhook-signature': '' }],
    ['no version', { 'webhook-signature': signedHeaders(body)['webhook-signature'].slice(3) }],
    ['something after its signature', { 'webhook-signature': `${signedHeaders(body)['webhook-signature']}x` }],
  ])('with %s is refused', (_, changed) => {
    expect(isSignedBy([SECRET], { headers: { ...signedHeaders(body), ...changed }, body }, NOW)).toBe(false);
  });

  it('is refused when a single bit of its body or signature differs, even in bytes that are no text', () => {
    const binary = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
    fc.assert(
      fc.property(fc.nat(31), (bit) => {
        const tampered = Buffer.from(binary);
        tampered[bit >> 3]! ^= 1 << (bit & 7);
        return !isSignedBy([SECRET], { headers: signedHeaders(binary), body: tampered }, NOW);
      }),
    );
  });

  it('is refused under any other secret', () => {
    expect(isSignedBy([OTHER], { headers: signedHeaders(body), body }, NOW)).toBe(false);
  });
});

const vectors = resolve(import.meta.dirname, '../../../../shared/data/vectors.json');

describe.skipIf(!existsSync(vectors))('the vectors of the specification', () => {
  it('verify', () => {
    for (const { secret, id, timestamp, payload, signature } of JSON.parse(readFileSync(vectors, 'utf8'))
      .standard_webhooks) {
      const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
      expect(isSignedBy([secret], { headers, body: Buffer.from(payload) }, timestamp * 1000)).toBe(true);
    }
  });
});
