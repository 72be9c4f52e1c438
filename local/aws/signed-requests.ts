import type { IncomingMessage } from 'node:http';
import { signedUrl } from '../../adapters/s3/signed-url.ts';
import type { SimulatedClock } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { Admission } from '../rights/admission.ts';

/** Where the evidence bucket answers to signed addresses here; behind it the key of the object. */
export const EVIDENCE_PATH = '/_local/evidence/';

/** The same of the archives of cases. */
export const ARCHIVES_PATH = '/_local/archives/';

/** A bucket behind such a path. `origin`: where browsers find it. */
export interface BucketListener {
  readonly origin: string;
  readonly path: string;
  readonly bucket: string;
  readonly region: string;
  /** The stack's own. */
  readonly accessKeyId: string;
  readonly admit: Admission;
}

export interface SignedRequest {
  readonly key: string;
  /** Those that were signed. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of the query, beside the signature's own. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Lets in whoever comes by an address that the stack has signed, as S3 would: within its time, with exactly the headers
 * and parameters that were signed, and with no other proof. The embedded S3 looks at no signature.
 */
export function admitSigned(
  request: IncomingMessage,
  { origin, path, bucket, region, accessKeyId, admit }: BucketListener,
  clock: SimulatedClock,
): SignedRequest {
  const address = new URL(request.url ?? '/', origin);
  if (request.headers.authorization) throw new Refusal(400, 'Only one auth mechanism allowed');
  const headers = signedHeaders(address, request);
  const parameters = Object.fromEntries([...address.searchParams].filter(([name]) => !name.startsWith('X-Amz-')));
  const { now, seconds } = validity(address);
  const url = `${origin}${address.pathname}`;
  const signer = address.searchParams.get('X-Amz-Security-Token') ?? '';
  const keys = { accessKeyId, secretAccessKey: 'local', sessionToken: signer || undefined, region };
  const method = request.method ?? '';
  const signed = signedUrl({ method, url, headers, parameters }, keys, { now, seconds });
  if (signatureIn(new URL(signed)) !== signatureIn(address)) throw new Refusal(403, 'SignatureDoesNotMatch');
  if (clock.milliseconds() > Date.parse(now) + seconds * 1000) throw new Refusal(403, 'Request has expired');
  const key = address.pathname.slice(path.length);
  admit(signer, { method, path: `/${bucket}/${key}`, headers });
  return { key: decodeURIComponent(key), headers, parameters };
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
