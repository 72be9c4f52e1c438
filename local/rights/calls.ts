import type { Account } from './account.ts';
import { dynamoDbCalls, type Written, writtenBy } from './dynamodb-calls.ts';
import type { Call } from './policy.ts';
import { type S3Request, s3Calls } from './s3-calls.ts';

/** What leaves a function for AWS. */
export interface WireRequest extends S3Request {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What AWS would be asked to allow for that request. A service that is not known here is an error that names it. */
export function callsOf(request: WireRequest, account: Account): Call[] {
  const service = serviceOf(request);
  if (service === 's3') return s3Calls(request, account);
  const text = textOf(request.body);
  const operation = operationOf(request);
  if (service === 'dynamodb') return dynamoDbCalls(operation, text, account);
  if (service === 'sqs') return [queueCall(operation, text, account)];
  if (service === 'secretsmanager') return [secretCall(operation, text, account)];
  if (service === 'ses') return sesCalls(new URLSearchParams(text), account);
  throw new Error(`the local runner does not know the rights of ${service}; teach them to local/rights/calls.ts`);
}

/** What that request would change in tables. */
export const tableWrites = (request: WireRequest, account: Account): readonly Written[] =>
  serviceOf(request) === 'dynamodb' ? writtenBy(operationOf(request), textOf(request.body), account) : [];

const operationOf = ({ headers }: WireRequest): string => (headers['x-amz-target'] ?? '').split('.')[1] ?? '';

/** By whose key it was signed: `Credential=<key>/<day>/<region>/<service>/aws4_request`. */
export const serviceOf = ({ headers }: WireRequest): string =>
  (/Credential=([^,]+)/.exec(headers.authorization ?? '')?.[1] ?? '').split('/')[3] ?? '';

const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? Buffer.from(body).toString() : typeof body === 'string' ? body : '';

const arn = ({ scope: { partition, region, accountId } }: Account, service: string, resource: string): string =>
  `arn:${partition}:${service}:${region}:${accountId}:${resource}`;

function queueCall(operation: string, body: string, account: Account): Call {
  const { QueueUrl }: { QueueUrl: string } = JSON.parse(body);
  const resource = account.queues[QueueUrl];
  if (!resource) throw new Error(`no queue ${QueueUrl} is in the template`);
  return { action: `sqs:${operation.replace(/Batch$/, '')}`, resource, context: {} };
}

/** AWS adds six characters to the name of a secret. */
function secretCall(operation: string, body: string, account: Account): Call {
  const { SecretId }: { SecretId: string } = JSON.parse(body);
  const resource = arn(account, 'secretsmanager', `secret:${SecretId}-local1`);
  return { action: `secretsmanager:${operation}`, resource, context: {} };
}

/**
 * The identity that sends and the set of settings each need the right. To whom is not asked: nothing is handed on here,
 * and a sandbox withholds nothing either (REACH).
 */
function sesCalls(body: URLSearchParams, account: Account): Call[] {
  const from = body.get('Source') ?? '';
  const context = { 'ses:FromAddress': [from] };
  const settings = body.get('ConfigurationSetName');
  const resources = [
    `identity/${from.slice(from.indexOf('@') + 1)}`,
    ...(settings ? [`configuration-set/${settings}`] : []),
  ];
  const action = `ses:${body.get('Action')}`;
  return resources.map((resource) => ({ action, resource: arn(account, 'ses', resource), context }));
}
