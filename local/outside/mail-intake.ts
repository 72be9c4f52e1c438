import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { putObject } from '../aws/s3-objects.ts';
import type { SimulatedClock } from '../clock.ts';
import type { Names } from '../template/resource-names.ts';
import type { Envelope } from './smtp.ts';
import { webhookHeaders } from './webhook-headers.ts';

const ReceiptRuleProperties = z.object({
  Rule: z.object({
    Enabled: z.boolean().default(true),
    Actions: z.array(
      z.object({ S3Action: z.object({ BucketName: z.string(), ObjectKeyPrefix: z.string().default('') }) }),
    ),
  }),
});

export type ReceiveMail = (raw: Buffer, envelope: Envelope) => Promise<void>;

/**
 * Puts a mail where the template's SES receipt rules put it, with the headers that SES adds. Unlike SES it takes mail
 * to any address: this is the whole mail exchange of the province. Undefined if the template has no receipt rule.
 */
export function sesIntake(names: Names, s3: S3Client, clock: SimulatedClock): ReceiveMail | undefined {
  const places = names.ofType('AWS::SES::ReceiptRule').flatMap((resource) => {
    const { Rule } = ReceiptRuleProperties.parse(names.properties(resource));
    return Rule.Enabled ? Rule.Actions.map(({ S3Action }) => S3Action) : [];
  });
  if (places.length === 0) return undefined;
  return async (raw, envelope) => {
    const messageId = randomBytes(20).toString('hex');
    const mail = Buffer.concat([Buffer.from(addedHeaders(messageId, envelope, clock)), raw]);
    for (const { BucketName, ObjectKeyPrefix } of places) {
      await putObject(s3, { Bucket: BucketName, Key: `${ObjectKeyPrefix}${messageId}` }, mail);
    }
  };
}

/** The API takes no longer ones in a request: see functions/accept-mail-relay. */
const REQUEST_BYTES = 4_500_000;

/**
 * Plays the province's mail host where there is no SES: posts each mail, signed after Standard Webhooks, to the stack's
 * own route for it, and a long one by way of an upload. As examples/postfix/huiyin-relay.sh does.
 */
export function relayIntake(url: () => string, secret: string, clock: SimulatedClock): ReceiveMail {
  const post = async (path: string, body: Buffer, mediaType: string) => {
    const signed = webhookHeaders(body, secret, `mail_${randomUUID()}`, clock.milliseconds());
    const headers = { 'content-type': mediaType, ...signed };
    return await answered(fetch(`${url()}${path}`, { method: 'POST', body: new Uint8Array(body), headers }));
  };
  return async (raw, envelope) => {
    const mail = Buffer.concat([Buffer.from(envelopeHeaders(envelope)), raw]);
    if (mail.length <= REQUEST_BYTES) return void (await post('', mail, 'message/rfc822'));
    const sha256 = createHash('sha256').update(mail).digest('hex');
    const request = Buffer.from(JSON.stringify({ bytes: mail.length, sha256 }));
    const offer = UploadOffer.parse(await (await post('/uploads', request, 'application/json')).json());
    await answered(fetch(offer.url, { method: 'PUT', body: new Uint8Array(mail), headers: offer.headers }));
  };
}

const UploadOffer = z.object({ url: z.string(), headers: z.record(z.string(), z.string()) });

async function answered(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  if (!response.ok) throw new Error(`the route of the mail relay answers ${response.status}`);
  return response;
}

/** As Postfix writes them for pipe(8) with the flags D, O and R. */
const envelopeHeaders = ({ from, to }: Envelope): string =>
  [`Return-Path: <${from}>`, ...to.map((address) => `X-Original-To: ${address}`), ''].join('\r\n');

function addedHeaders(messageId: string, { from, to }: Envelope, clock: SimulatedClock): string {
  const date = new Date(clock.milliseconds()).toUTCString();
  return [
    `Return-Path: <${from}>`,
    `Received: from localhost by inbound-smtp.local with SMTP id ${messageId} for ${to[0] ?? ''}; ${date}`,
    'X-SES-Spam-Verdict: PASS',
    'X-SES-Virus-Verdict: PASS',
    '',
  ].join('\r\n');
}
