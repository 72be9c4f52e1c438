import type { Instant } from '../../domain/calendar/day.ts';
import { sha256 } from '../digest.ts';
import { type Signer, type SigningKey, signatureOf, signedBy, signingKeyOf } from '../s3/signature.ts';

/** A request to a service whose client we do not carry. Paths and parameters hold nothing that a URL must escape twice. */
export interface AwsRequest {
  /** As its host and the scope of its signatures call it. */
  readonly service: 'lambda' | 'monitoring';
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly body?: string;
}

/** Answers with what the service said, refusals too. */
export type AskAws = (request: AwsRequest) => Promise<Response>;

/**
 * Asks services of AWS in the right of a client's credentials, in its region. `endpoints` are addresses that stand in for the services.
 */
export function awsAsker(
  signer: Signer,
  endpoints: Readonly<Partial<Record<AwsRequest['service'], string | undefined>>>,
  now: () => Instant,
  send: typeof fetch = fetch,
): AskAws {
  return async (request) => {
    const key = await signingKeyOf(signer);
    const { service, method, path, parameters = {}, body } = request;
    const address = endpoints[service] ?? `https://${service}.${key.region}.${suffixOf(key.region)}`;
    const query = queryOf(parameters);
    const url = new URL(`${address}${path}${query && `?${query}`}`);
    const headers = signedHeaders(request, url, key, now());
    return await send(url, { method, headers, ...(body !== undefined && { body }) });
  };
}

const suffixOf = (region: string): string => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com');

const queryOf = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .toSorted()
    .join('&');

/** AWS Signature Version 4 in the header `Authorization`; all headers that are given are signed. */
export function signedHeaders(
  { service, method, contentType, body = '' }: AwsRequest,
  url: URL,
  key: SigningKey,
  now: Instant,
): Record<string, string> {
  const { date, scope } = signedBy(key, now, service);
  const headers = {
    ...(contentType !== undefined && { 'content-type': contentType }),
    host: url.host,
    'x-amz-date': date,
    ...(key.sessionToken !== undefined && { 'x-amz-security-token': key.sessionToken }),
  };
  const names = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}`);
  const request = [method, url.pathname, url.search.slice(1), ...lines, '', names, sha256(body)].join('\n');
  const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(request)].join('\n');
  const signature = signatureOf(text, key.secretAccessKey, scope);
  const credential = [key.accessKeyId, ...scope].join('/');
  const { host, ...sent } = headers;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`,
  };
}
