import assert from 'node:assert/strict';
import fc from 'fast-check';
import { memoryRateLimits } from '../../../adapters/memory/rate-limits.ts';
import { createHandler as acceptSupplement } from '../../../functions/accept-supplement/handler.ts';
import { createHandler as acceptWeb } from '../../../functions/accept-web-complaint/handler.ts';
import { createHandler as showProgress } from '../../../functions/show-progress/handler.ts';
import { intake } from '../../support/intake.ts';
import { policies } from '../../support/rules.ts';
import { newWorld } from '../../support/world.ts';
import { way } from '../fuzz.ts';
import { mutatedJson, oddText, PRIVATE } from '../mutations.ts';
import { answerTo } from '../promises.ts';

const FORMS = [
  { text: '城东工业区夜里有刺鼻气味，请查处。', address: '城东工业区', contact: { name: '李测试', phone: PRIVATE } },
  {
    text: '河水发黑。',
    division: '990102',
    location: { latitude: 31.2, longitude: 121.4 },
    occurredAt: '昨晚',
    ...{ target: '某化工厂', anonymous: true, contact: { email: `${PRIVATE}@example.com` } },
  },
  { text: '', attachments: [{ name: '现场.jpg', mediaType: 'image/jpeg', key: 'uploads/2026/a.jpg' }] },
];

const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json; charset=gbk',
  'text/plain',
  '',
];
const headers = fc.record(
  {
    'content-type': fc.oneof(
      { arbitrary: fc.constantFrom(...TYPES.slice(0, 2)), weight: 8 },
      fc.constantFrom(...TYPES),
      oddText,
    ),
    'content-encoding': fc.constantFrom('identity', 'gzip', 'br'),
    'idempotency-key': oddText,
  },
  { requiredKeys: [] },
);
const usual = fc.oneof({ arbitrary: fc.constant({ 'content-type': 'application/json' }), weight: 12 }, headers);

const equalInConstantTime = (one: string, other: string) => one === other;

const accepted = way('web form', fc.tuple(mutatedJson(FORMS), usual), async ([body, sent]) => {
  const deps = intake();
  const { status, json } = await answerTo(acceptWeb(deps), { body, headers: sent as Record<string, string> });
  const kept = deps.vault.all().map(({ receipt }) => receipt);
  assert.deepEqual(kept, status === 202 ? [json.receipt] : []);
});

const code = fc.oneof({ arbitrary: fc.constant('ABCD1234'), weight: 3 }, oddText);
const receipt = fc.oneof({ arbitrary: fc.constant('QH-0000-0000-0001'), weight: 3 }, oddText);
const supplement = fc.tuple(mutatedJson([FORMS[0], FORMS[2]]), usual, receipt, code);

const supplemented = way('supplement', supplement, async ([body, sent, typed, typedCode]) => {
  const deps = intake();
  const query = { receipt: 'QH-0000-0000-0001', queryCode: 'ABCD1234', receivedAt: '', answerBy: '' };
  const complaints = { readQuery: async (asked: string) => (asked === query.receipt ? query : undefined) };
  const { status, json } = await answerTo(acceptSupplement({ ...deps, complaints, equalInConstantTime }), {
    body,
    path: { receipt: typed },
    headers: { ...sent, 'x-query-code': typedCode } as Record<string, string>,
  });
  const kept = deps.vault.all().map(({ receipt: own, follows }) => [own, follows?.to]);
  assert.deepEqual(kept, status === 202 ? [[json.supplement, query.receipt]] : []);
});

const progress = way('progress', fc.tuple(receipt, code), async ([typed, typedCode]) => {
  const { vault, cases } = newWorld();
  await answerTo(
    showProgress({ complaints: vault, cases, limits: memoryRateLimits(), policies, equalInConstantTime }),
    {
      method: 'GET',
      path: { receipt: typed },
      headers: { 'x-query-code': typedCode },
    },
  );
});

export const WEB = [accepted, supplemented, progress];
