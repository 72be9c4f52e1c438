import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { S3Client } from '@aws-sdk/client-s3';
import { signedUrl } from '../adapters/s3/signed-url.ts';
import type { SimulatedClock } from './clock.ts';
import { readBody } from './http.ts';
import { Refusal } from './refusal.ts';
import { putObject } from './s3-objects.ts';

/** Where the evidence bucket takes uploads here; behind it the key of the object. */
export const EVIDENCE_PATH = '/_local/evidence/';

/** Longer than any upload that is offered. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Takes what is put to an address that the stack has signed, as S3 would: within its time, with exactly the headers that were signed, and with
 * the content that they tell. The embedded S3 looks at no signature, and takes 11 MB at most.
 */
export function mailUploads(
  { url, bucket, region }: { readonly url: string; readonly bucket: string; readonly region: string },
  s3: S3Client,
  clock: SimulatedClock,
) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = new URL(request.url ?? '/', url);
    const headers = signedHeaders(address, request);
    const key = { accessKeyId: 'local', secretAccessKey: 'local', region };
    const signed = signedUrl(
      { method: request.method ?? '', url: `${url}${address.pathname}`, headers },
      key,
      validity(address),
    );
    if (signatureIn(new URL(signed)) !== signatureIn(address)) throw new Refusal(403, 'SignatureDoesNotMatch');
    const { now, seconds } = validity(address);
    if (clock.milliseconds() > Date.parse(now) + seconds * 1000) throw new Refusal(403, 'Request has expired');
    const body = await readBody(request, MAX_BYTES);
    const checksum = createHash('sha256').update(body).digest('base64');
    if (checksum !== headers['x-amz-checksum-sha256']) throw new Refusal(400, 'BadDigest');
    const Key = decodeURIComponent(address.pathname.slice(EVIDENCE_PATH.length));
    await putObject(s3, { Bucket: bucket, Key, ContentType: headers['content-type'] }, body);
    response.writeHead(200).end();
  };
}

const signatureIn = ({ searchParams }: URL): string | null => searchParams.get('X-Amz-Signature');

function signedHeaders({ searchParams }: URL, request: IncomingMessage): Record<string, string> {
  const names = (searchParams.get('X-Amz-SignedHeaders') ?? '').split(';').filter((name) => name !== 'host');
  return Object.fromEntries(names.map((name) => [name, String(request.headers[name] ?? '')]));
}

/** `X-Amz-Date` is such as 20261120T130300Z. */
function validity({ searchParams }: URL): { now: string; seconds: number } {
  const date = searchParams.get('X-Amz-Date') ?? '';
  const now = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z');
  if (Number.isNaN(Date.parse(now))) throw new Refusal(403, 'AccessDenied');
  return { now, seconds: Number(searchParams.get('X-Amz-Expires')) };
}
