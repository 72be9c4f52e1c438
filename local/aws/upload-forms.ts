import type { IncomingMessage, ServerResponse } from 'node:http';
import type { S3Client } from '@aws-sdk/client-s3';
import { signatureOf } from '../../adapters/s3/signature.ts';
import type { SimulatedClock } from '../clock.ts';
import { readBody } from '../read-body.ts';
import { Refusal } from '../refusal.ts';
import type { Admission } from '../rights/admission.ts';
import { putObject } from './s3-objects.ts';

/** Where the inbox of uploads takes forms here. */
export const INBOX_PATH = '/_local/inbox';

/** Longer than any upload that is offered. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Fields that S3 does not ask the policy for. */
const UNBOUND = ['Policy', 'X-Amz-Signature'];

type Condition = readonly ['content-length-range', number, number] | Readonly<Record<string, string>>;

interface Policy {
  readonly expiration: string;
  readonly conditions: readonly Condition[];
}

/**
 * Takes a form that the stack has signed, as S3 would: within its time, with exactly the fields of its policy and a
 * file of the length that it allows. Then it sends the browser back where the form says. The embedded S3 looks at no
 * policy.
 */
export function uploadForms(bucket: string, s3: S3Client, clock: SimulatedClock, admit: Admission) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request, MAX_BYTES);
    const { fields, file } = await formIn(body, request.headers['content-type'] ?? '');
    check(policyIn(fields), { ...fields, bucket }, file.length, clock.milliseconds());
    const path = `/${bucket}/${encodeURIComponent(fields.key ?? '')}`;
    admit(fields['X-Amz-Security-Token'] ?? '', { method: 'POST', path });
    const metadata = Object.entries(fields).filter(([name]) => name.startsWith('x-amz-meta-'));
    const Metadata = Object.fromEntries(metadata.map(([name, value]) => [name.replace('x-amz-meta-', ''), value]));
    const { key: Key = '', 'Content-Type': ContentType, success_action_redirect: back } = fields;
    await putObject(s3, { Bucket: bucket, Key, ContentType, Metadata }, file);
    if (back === undefined) return void response.writeHead(204).end();
    const address = new URL(back);
    for (const [name, value] of Object.entries({ bucket, key: Key, etag: '"local"' }))
      address.searchParams.set(name, value);
    response.writeHead(303, { location: address.href }).end();
  };
}

async function formIn(body: Buffer, type: string) {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Refusal(400, 'MalformedPOSTRequest');
  });
  const file = form.get('file');
  if (!(file instanceof Blob)) throw new Refusal(400, 'MalformedPOSTRequest');
  const texts = [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
  return { fields: Object.fromEntries(texts), file: Buffer.from(await file.arrayBuffer()) };
}

/** The policy of the form, if its signature is ours. */
function policyIn(fields: Readonly<Record<string, string>>): Policy {
  const { Policy: policy = '', 'X-Amz-Credential': credential = '', 'X-Amz-Signature': signature } = fields;
  const [, ...scope] = credential.split('/');
  if (signatureOf(policy, 'local', scope) !== signature) throw new Refusal(403, 'SignatureDoesNotMatch');
  return JSON.parse(Buffer.from(policy, 'base64').toString()) as Policy;
}

function check(
  { expiration, conditions }: Policy,
  fields: Readonly<Record<string, string>>,
  length: number,
  now: number,
) {
  if (now > Date.parse(expiration)) throw new Refusal(403, 'AccessDenied: policy expired');
  const bound = new Map<string, string>();
  for (const condition of conditions) {
    if (!Array.isArray(condition)) for (const [name, value] of Object.entries(condition)) bound.set(name, value);
    else if (length < condition[1] || length > condition[2]) throw new Refusal(400, 'EntityTooLarge');
  }
  const given = Object.entries(fields).filter(([name]) => !UNBOUND.includes(name));
  const fits = given.length === bound.size && given.every(([name, value]) => bound.get(name) === value);
  if (!fits) throw new Refusal(403, 'AccessDenied: policy condition failed');
}
