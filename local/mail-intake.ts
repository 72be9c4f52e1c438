import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { SimulatedClock } from './clock.ts';
import type { Names } from './names.ts';
import type { Envelope } from './smtp.ts';

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
 * Puts a mail where the template's SES receipt rules put it, with the headers that SES adds. Unlike SES it takes mail to any address: this is the
 * whole mail exchange of the province. Undefined if the template has no receipt rule.
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
      await putObject(s3, BucketName, `${ObjectKeyPrefix}${messageId}`, mail);
    }
  };
}

/** Plays the province's mail host where there is no SES: posts each mail, signed after Standard Webhooks, to the stack's own door for it. */
export function relayIntake(url: () => string, secret: string, clock: SimulatedClock): ReceiveMail {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return async (raw) => {
    const id = `mail_${randomUUID()}`;
    const timestamp = Math.floor(clock.milliseconds() / 1000);
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(raw).digest('base64');
    const response = await fetch(url(), {
      method: 'POST',
      body: new Uint8Array(raw),
      headers: {
        'content-type': 'message/rfc822',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': `v1,${signature}`,
      },
    });
    if (!response.ok) throw new Error(`the mail relay's door answers ${response.status}`);
  };
}

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

/** fauxqs takes 11 MB in one request. */
const PART_BYTES = 8 * 1024 * 1024;

async function putObject(s3: S3Client, Bucket: string, Key: string, body: Buffer): Promise<void> {
  if (body.length <= PART_BYTES) {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: body }));
    return;
  }
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
  for (let start = 0; start < body.length; start += PART_BYTES) {
    const PartNumber = Parts.length + 1;
    const Body = body.subarray(start, start + PART_BYTES);
    const { ETag } = await s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
    Parts.push({ ETag, PartNumber });
  }
  await s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
}
