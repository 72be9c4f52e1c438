import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isSignedBy } from '../../../adapters/webhooks/standard-webhooks.ts';
import { createHandler as acceptPartner } from '../../../functions/accept-partner-complaint/handler.ts';
import { intake } from '../../support/intake.ts';
import { SECRET, signedHeaders } from '../../support/signing.ts';
import { way } from '../fuzz.ts';
import { mutatedJson, oddText, PRIVATE } from '../mutations.ts';
import { answerTo } from '../promises.ts';

const ORDERS = [
  {
    ...{ type: 'complaint.submitted', timestamp: '2026-11-20T21:03:00+08:00' },
    data: {
      externalId: 'E-1',
      text: '餐馆油烟直排。',
      contact: { name: '孙测试', phone: PRIVATE },
      division: '990102',
    },
  },
  {
    ...{ type: 'complaint.submitted', timestamp: '2026-11-20T13:03:00Z' },
    data: {
      externalId: 'D3QH1',
      text: '工地扬尘。',
      inspection: { batch: '3', item: 'D3QH001' },
      location: { latitude: 31, longitude: 121 },
    },
  },
];

const partners = async () => ({ hotline: { secrets: [SECRET] } });

const signed = way('partner, rightly signed', mutatedJson(ORDERS), async (body) => {
  const deps = { ...intake(), partners, isSignedBy };
  const headers = { 'content-type': 'application/json', ...signedHeaders(body) };
  const { status, json } = await answerTo(acceptPartner(deps), { body, headers, path: { partner: 'hotline' } });
  const kept = deps.vault.all().map(({ receipt }) => receipt);
  assert.deepEqual(kept, status === 202 ? [json.receipt] : []);
});

const header = fc.oneof(oddText, fc.constantFrom(...Object.values(signedHeaders(''))));
const forged = fc.tuple(
  mutatedJson(ORDERS),
  fc.record(
    { 'webhook-id': header, 'webhook-timestamp': header, 'webhook-signature': header, 'content-type': oddText },
    { requiredKeys: [] },
  ),
  fc.oneof(fc.constant('hotline'), oddText),
);

const unsigned = way('partner, wrongly signed', forged, async ([body, headers, partner]) => {
  const deps = { ...intake(), partners, isSignedBy };
  const request = { body, headers: headers as Record<string, string>, path: { partner } };
  const { status } = await answerTo(acceptPartner(deps), request);
  assert.ok(status === 401 || status === 413);
  assert.deepEqual(deps.vault.all(), []);
});

export const PARTNERS = [signed, unsigned];
