import { expect, it } from 'vitest';
import { memoryEvidence } from '../../adapters/memory/evidence.ts';
import { isSignedBy } from '../../adapters/webhooks/standard-webhooks.ts';
import { createHandler as acceptMailRelay } from '../../functions/accept-mail-relay/handler.ts';
import { createHandler as acceptPartner } from '../../functions/accept-partner-complaint/handler.ts';
import { createHandler as acceptWechat } from '../../functions/accept-wechat-message/handler.ts';
import { NOW, send } from '../support/intake.ts';
import { consoleOf } from '../support/messages.ts';
import { partnerIntake } from '../support/partners.ts';
import { SECRET, signedHeaders } from '../support/signing.ts';
import { messageXml, wechatWorld } from '../support/wechat.ts';

const secrets = { secrets: [SECRET] };
const stale = (body: string) => signedHeaders(body, { at: NOW - 3_600_000 });

const doors = {
  'WeChat, under a forged signature': () =>
    send(acceptWechat(wechatWorld()), {
      query: { signature: '0'.repeat(40), timestamp: String(NOW / 1000), nonce: '1' },
      body: messageXml(),
    }),
  'a partner, an hour late': () => {
    return send(acceptPartner(partnerIntake()), { path: { partner: 'hotline' }, body: '{}', headers: stale('{}') });
  },
  'the mail relay, an hour late': () => {
    const deps = { relay: async () => secrets, isSignedBy, evidence: memoryEvidence() };
    const headers = { 'content-type': 'message/rfc822', ...stale('mail') };
    return send(acceptMailRelay(deps), { body: Buffer.from('mail'), headers });
  },
};

it.each(Object.entries(doors))('who comes as %s is turned away, and counted once', async (_, knock) => {
  const answers: Awaited<ReturnType<typeof knock>>[] = [];
  const written = await consoleOf(async () => void answers.push(await knock()));
  expect([401, 403]).toContain(answers[0]?.status);
  expect(written.match(/"SignatureRefused":1/g)).toHaveLength(1);
});
