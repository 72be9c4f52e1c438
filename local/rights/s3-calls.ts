import type { Account } from './account.ts';
import type { Call } from './policy.ts';

/** A request to S3, its address in the form `/bucket/key`. */
export interface S3Request {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a request to S3 needs: the right to the object or to the list, and to the bucket's key. */
export function s3Calls({ method, path, query = {}, headers = {} }: S3Request, { buckets }: Account): Call[] {
  const [, bucket = '', ...rest] = path.split('/').map(decodeURIComponent);
  const facts = buckets[bucket];
  if (!facts) throw new Error(`no bucket ${bucket} is in the template`);
  const key = rest.join('/');
  const ifNoneMatch = headers['if-none-match'];
  const context = {
    'aws:SecureTransport': ['true'],
    's3:prefix': typeof query.prefix === 'string' ? [query.prefix] : undefined,
    's3:if-none-match': ifNoneMatch === undefined ? undefined : [ifNoneMatch],
  };
  if (key === '') return [{ action: 's3:ListBucket', resource: facts.arn, context }];
  const call = { action: objectAction(method), resource: `${facts.arn}/${key}`, context };
  const keyAction = KEY_ACTIONS[method];
  return [call, ...(facts.keyArn && keyAction ? [{ action: keyAction, resource: facts.keyArn, context }] : [])];
}

/** Whether an object is there is told without its key. */
const KEY_ACTIONS: Readonly<Record<string, string>> = {
  GET: 'kms:Decrypt',
  PUT: 'kms:GenerateDataKey',
  POST: 'kms:GenerateDataKey',
};

function objectAction(method: string): string {
  if (method === 'GET' || method === 'HEAD') return 's3:GetObject';
  return method === 'DELETE' ? 's3:DeleteObject' : 's3:PutObject';
}
