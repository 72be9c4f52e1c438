import * as z from 'zod';
import type { Mapping } from '../template/mappings.ts';
import type { Names } from '../template/resource-names.ts';
import type { Resource } from '../template/template.ts';
import type { Account } from './account.ts';
import type { Call } from './policy.ts';

const FunctionProperties = z.object({ LoggingConfig: z.object({ LogGroup: z.string() }).optional() });

const QUEUE = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'];
const STREAM = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];

/**
 * What Lambda does in the name of a function without any code of it: it writes the log, and reads the queues and streams
 * that wake the function. A mapping whose function may not is refused by AWS when it is made.
 */
export function standingCalls(
  resource: Resource,
  names: Names,
  account: Account,
  mappings: readonly Mapping[],
): Call[] {
  const { LoggingConfig } = FunctionProperties.parse(names.properties(resource));
  const own = mappings.filter(({ target }) => target.logicalId === resource.logicalId);
  return [
    ...logCalls(LoggingConfig?.LogGroup, account),
    ...own.flatMap((mapping) => callsFor(mapping, names, account)),
  ];
}

function logCalls(group: string | undefined, { scope: { partition, region, accountId } }: Account): Call[] {
  if (group === undefined) return [];
  const resource = `arn:${partition}:logs:${region}:${accountId}:log-group:${group}:log-stream:local`;
  return ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => call(action, resource));
}

function callsFor({ source, onFailure }: Mapping, names: Names, { tables }: Account): Call[] {
  const failed = onFailure ? [call('sqs:SendMessage', names.arn(onFailure))] : [];
  if (source.type === 'AWS::SQS::Queue') return [...QUEUE.map((action) => call(action, names.arn(source))), ...failed];
  const stream = `${names.arn(source)}/stream/local`;
  const keyArn = tables[names.physicalName(source)]?.keyArn;
  return [
    ...STREAM.map((action) => call(action, stream)),
    call('dynamodb:ListStreams', '*'),
    ...(keyArn ? [call('kms:Decrypt', keyArn)] : []),
    ...failed,
  ];
}

const call = (action: string, resource: string): Call => ({ action, resource, context: {} });
