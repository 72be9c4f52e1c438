import type { Context, DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryEvidence } from '../../adapters/memory/evidence.ts';
import { readTable } from '../../adapters/tables/read-table.ts';
import { isSignedBy } from '../../adapters/webhooks/standard-webhooks.ts';
import { sealMessage } from '../../adapters/wechat/seal.ts';
import { createHandler as acceptEmail } from '../../functions/accept-email/handler.ts';
import { createHandler as acceptRelay } from '../../functions/accept-mail-relay/handler.ts';
import { createHandler as acceptBatch } from '../../functions/accept-partner-batch/handler.ts';
import { createHandler as acceptPartner } from '../../functions/accept-partner-complaint/handler.ts';
import { createHandler as acceptSupplement } from '../../functions/accept-supplement/handler.ts';
import { createHandler as acceptSupplementForm } from '../../functions/accept-supplement-form/handler.ts';
import { createHandler as acceptWeb } from '../../functions/accept-web-complaint/handler.ts';
import { createHandler as acceptWebForm } from '../../functions/accept-web-form/handler.ts';
import { createHandler as acceptWechat } from '../../functions/accept-wechat-message/handler.ts';
import { createHandler as queueComplaints } from '../../functions/queue-complaints/handler.ts';
import { createHandler as servePhotoPage } from '../../functions/serve-photo-page/handler.ts';
import { createHandler as showProgressPage } from '../../functions/show-progress-page/handler.ts';
import { intake, type Request, requestEvent } from '../support/intake.ts';
import { mailIntake } from '../support/mail-intake.ts';
import { mail } from '../support/mails.ts';
import { formOf, pagesWorld } from '../support/pages.ts';
import { partnerIntake } from '../support/partners.ts';
import { policies } from '../support/rules.ts';
import { SECRET, signedHeaders } from '../support/signing.ts';
import { ACCOUNT, envelope, messageXml, signedQuery, wechatWorld } from '../support/wechat.ts';

// Hoisted, so that it is in place before any library keeps a reference to the real console.
const logged = vi.hoisted(() => {
  const lines: unknown[] = [];
  for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const)
    console[level] = (...line) => void lines.push(...line);
  return lines;
});
beforeEach(() => {
  logged.length = 0;
});

const secret = '13800000000';
/** A message that looks like a frame of a stack, to get past whoever looks for those. */
const failure = () => Promise.reject(new Error(`rejected ${secret}\n    at ${secret} (x:1:1)`));
const broken = { ...intake(), vault: { ...intake().vault, putIfAbsent: failure } };
const relay = { relay: async () => ({ secrets: [SECRET] }), isSignedBy };
const supplements = {
  ...broken,
  policies,
  complaints: intake().vault,
  equalInConstantTime: (one: string, other: string) => one === other,
};
const pages = pagesWorld();
const partner = { ...partnerIntake(), ...broken };

const seen = (answer: { body?: string | undefined }) => JSON.stringify([logged, answer.body]);
const context = {} as Context;

const jsonRequest = (body: string): Request => ({
  body,
  headers: { 'content-type': 'application/json', ...signedHeaders(body) },
});
const listRequest = (body: string) => ({
  body,
  headers: { 'content-type': 'text/csv', ...signedHeaders(body) },
});
const order = (data: object) =>
  JSON.stringify({ type: 'complaint.submitted', timestamp: '2026-11-20T13:03:00Z', data });
const sealed = (content: string): Request => {
  const encrypted = sealMessage(content, ACCOUNT);
  return { query: signedQuery(encrypted), body: envelope(encrypted) };
};

describe('neither log nor answer repeats what somebody wrote', () => {
  it.each([
    ['the web form: broken JSON', acceptWeb(broken), jsonRequest(`{"text":"${secret}`)],
    [
      'the web form: wrong fields',
      acceptWeb(broken),
      jsonRequest(JSON.stringify({ text: secret, division: secret, [secret]: 1, contact: { email: secret } })),
    ],
    [
      'the web form: a vault that fails',
      acceptWeb(broken),
      jsonRequest(JSON.stringify({ text: secret, contact: { phone: secret } })),
    ],
    ['a supplement: broken JSON', acceptSupplement(supplements), jsonRequest(`{"text":"${secret}`)],
    [
      'a supplement: a wrong code',
      acceptSupplement(supplements),
      { ...jsonRequest(JSON.stringify({ text: secret })), path: { receipt: secret } },
    ],
    [
      'a supplement: a vault that fails',
      acceptSupplement({ ...supplements, complaints: { readQuery: failure } }),
      { ...jsonRequest(JSON.stringify({ text: secret })), path: { receipt: 'QH-0000-0000-0000' } },
    ],
    [
      'the page: wrong fields, shown again to whoever typed them only',
      acceptWebForm({ ...pages, vault: { ...pages.vault, putIfAbsent: failure } }),
      formOf({ text: '臭', latitude: 'x', key: secret }),
    ],
    [
      'the page: a vault that fails',
      acceptWebForm({ ...pages, vault: { ...pages.vault, putIfAbsent: failure } }),
      formOf({ text: secret, phone: secret, key: secret }),
    ],
    [
      'the progress page: a vault that fails',
      showProgressPage({ ...pages, complaints: { readQuery: failure }, cases: { load: failure, events: failure } }),
      formOf({ receipt: 'QH-0000-0000-0000', queryCode: secret }),
    ],
    [
      'a supplement on its page: a vault that fails',
      acceptSupplementForm({ ...pages, complaints: { readQuery: failure } }),
      formOf({ receipt: 'QH-0000-0000-0000', queryCode: secret, text: secret }),
    ],
    [
      'a photo: a bucket that fails',
      servePhotoPage({ ...pages, inbox: { peek: failure }, positionOf: () => undefined }),
      { method: 'GET', query: { key: 'uploads/AAAAAAAAAAAAAAAAAAAAAA', bucket: secret } },
    ],
    [
      'a partner: a wrong field',
      acceptPartner(partner),
      { ...jsonRequest(order({ externalId: 7, text: secret })), path: { partner: 'hotline' } },
    ],
    [
      'a partner: another type',
      acceptPartner(partner),
      { ...jsonRequest(`{"type":"${secret}"}`), path: { partner: 'hotline' } },
    ],
    [
      'a partner: a vault that fails',
      acceptPartner(partner),
      { ...jsonRequest(order({ externalId: secret, text: secret })), path: { partner: 'hotline' } },
    ],
    ['a partner: a wrong signature', acceptPartner(partner), { body: secret, path: { partner: secret } }],
    [
      'a partner: its own format, a wrong field',
      acceptPartner(partner),
      {
        ...jsonRequest(JSON.stringify({ orderNo: secret, callerPhone: secret, areaCode: secret, [secret]: secret })),
        path: { partner: 'hotline' },
      },
    ],
    [
      'a list of a partner: a vault that fails',
      acceptBatch({ ...partner, readTable }),
      { ...listRequest(`工单编号,诉求内容\nE-1,${secret}\n`), path: { partner: 'hotline' } },
    ],
    [
      'WeChat: a conversation that cannot be read',
      acceptWechat({ ...wechatWorld(), ...broken, conversations: { load: failure, save: failure } }),
      sealed(messageXml({ Content: secret, FromUserName: secret })),
    ],
    ['WeChat: what nobody can read', acceptWechat({ ...wechatWorld(), ...broken }), sealed(`<xml>${secret}`)],
    [
      'WeChat: a wrong signature',
      acceptWechat(wechatWorld()),
      { query: { timestamp: secret, echostr: secret }, body: secret },
    ],
    [
      'the mail relay: a bucket that fails',
      acceptRelay({ ...relay, evidence: { put: failure } }),
      { body: secret, headers: { 'content-type': 'message/rfc822', ...signedHeaders(secret) } },
    ],
  ] satisfies [string, ReturnType<typeof acceptWeb>, Request][])('%s', async (_, handler, request) => {
    const answer = await handler(requestEvent(request), context);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(seen(answer)).not.toContain(secret);
  });

  it('a list of a partner: a broken row', async () => {
    const request = { ...listRequest(`工单编号,诉求内容\nE-1,${secret},${secret}\n`), path: { partner: 'hotline' } };
    const answer = await acceptBatch({ ...partner, readTable })(requestEvent(request), context);
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ refused: 1 });
    expect(seen(answer)).not.toContain(secret);
  });

  it.each([
    [
      'the mail queue: a vault that fails',
      JSON.stringify({ Records: [{ eventName: 'ObjectCreated:Put', s3: { object: { key: 'mail/1' } } }] }),
    ],
    ['the mail queue: what is no notification', `{"${secret}":"${secret}"}`],
  ])('%s', async (_, body) => {
    const evidence = memoryEvidence();
    await evidence.put('mail/1', mail({ From: `${secret}@example.com`, Subject: secret }, secret), '');
    const reasons: string[] = [];
    const setAside = async ({ reason }: { reason: string }) => void reasons.push(reason);
    const attributes = { SentTimestamp: '0', ApproximateReceiveCount: '1' };

    await acceptEmail({ ...mailIntake(), ...broken, evidence, setAside })({
      Records: [{ messageId: 'm', body, attributes }],
    } as unknown as SQSEvent);

    expect(logged).not.toEqual([]);
    expect(JSON.stringify([logged, reasons])).not.toContain(secret);
  });

  it('the stream of the vault: what is no key of ours', async () => {
    const event = { Records: [{ eventID: 'e', dynamodb: { SequenceNumber: '1', Keys: { x: { S: secret } } } }] };
    const registerQueue = { sendAll: async () => [] };
    await queueComplaints({ registerQueue, setAside: async () => {}, now: () => new Date() })(
      event as DynamoDBStreamEvent,
    );
    expect(JSON.stringify(logged)).not.toContain(secret);
  });
});
