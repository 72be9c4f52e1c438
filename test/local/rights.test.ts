import { describe, expect, it } from 'vitest';
import type { Account } from '../../local/rights/account.ts';
import { rightsBook, rightsLeft } from '../../local/rights/book.ts';
import { callsOf, type WireRequest } from '../../local/rights/calls.ts';
import { type Conditions, refuseUnknownOperators, unmet } from '../../local/rights/conditions.ts';
import { ask, type FunctionRights } from '../../local/rights/functions.ts';
import type { Statement } from '../../local/rights/policy.ts';

const CASES = 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/Cases';
const KEY = 'arn:aws:local:ap-southeast-1:000000000000:Key';
const account: Account = {
  scope: { partition: 'aws', region: 'ap-southeast-1', accountId: '000000000000' },
  tables: { Cases: { arn: CASES, keyArn: undefined, partitionKeys: { '': 'pk', due: 'duePk' } } },
  buckets: { evidence: { arn: 'arn:aws:s3:::evidence', keyArn: KEY } },
  queues: { 'http://sqs/0/notices': 'arn:aws:sqs:ap-southeast-1:000000000000:notices' },
  refused: [],
};
const allow = (actions: string[], resources: string[], conditions: Conditions = {}): Statement => ({
  effect: 'Allow',
  actions,
  resources,
  conditions,
});
const signedFor = (service: string, more: Partial<WireRequest>): WireRequest => ({
  method: 'POST',
  path: '/',
  ...more,
  headers: { authorization: `AWS4 Credential=A/20270101/ap-southeast-1/${service}/aws4_request, x`, ...more.headers },
});
const toDynamoDb = (operation: string, body: object) =>
  callsOf(
    signedFor('dynamodb', {
      headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
      body: JSON.stringify({ TableName: 'Cases', ...body }),
    }),
    account,
  );

describe('a call', () => {
  const rights: FunctionRights = {
    functionName: 'show-cases',
    statements: [
      allow(['dynamodb:GetItem'], [CASES], {
        'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'status'] },
        Null: { 'dynamodb:Attributes': ['false'] },
      }),
      { effect: 'Deny', actions: ['s3:Delete*'], resources: ['*'], conditions: {} },
      allow(['s3:*'], ['arn:aws:s3:::evidence/attachments/*']),
    ],
    account,
  };
  const [read] = toDynamoDb('GetItem', {
    Key: { pk: { S: 'CASE#1' } },
    ProjectionExpression: 'pk, #s',
    ExpressionAttributeNames: { '#s': 'status' },
  });
  const [readAll] = toDynamoDb('GetItem', { Key: { pk: { S: 'CASE#1' } } });
  const [write] = toDynamoDb('PutItem', { Item: { pk: { S: 'CASE#1' } } });

  it('that its role allows is told with the action and the resource of the statement', () => {
    expect(ask(rights, read!)).toEqual({ use: { statement: 0, action: 'dynamodb:GetItem', resource: CASES } });
  });

  it('that no statement allows is refused with function, action and resource', () => {
    expect(ask(rights, write!)).toEqual({
      refusal: `show-cases may not dynamodb:PutItem on ${CASES}: no statement of its role allows it`,
    });
  });

  it('that misses a condition is refused with that condition', () => {
    expect(ask(rights, readAll!)).toEqual({
      refusal: expect.stringContaining('it does not meet Null dynamodb:Attributes (not in the request)'),
    });
  });

  it('that is denied stays denied, whatever allows it', () => {
    const [remove] = callsOf(signedFor('s3', { method: 'DELETE', path: '/evidence/attachments/1' }), account);
    expect(ask(rights, remove!)).toEqual({ refusal: expect.stringMatching(/s3:DeleteObject .*: it is denied$/) });
  });

  it('fails the day of whoever runs the stack, once, with every right that is missing', () => {
    const book = rightsBook();
    const note = book.noteFor(rights);
    for (const call of [write!, write!, readAll!]) note(ask(rights, call));
    expect(() => book.refuseNothing()).toThrow(/^rights are missing:\nshow-cases may not .*\nshow-cases may not .*$/);
    expect(() => book.refuseNothing()).not.toThrow();
  });

  it('leaves on record which rights nothing has used', () => {
    const book = rightsBook();
    book.noteFor(rights)(ask(rights, read!));
    expect(rightsLeft([rights], book.used())).toEqual([
      { functionName: 'show-cases', unused: 's3:*', of: 'arn:aws:s3:::evidence/attachments/*' },
    ]);
  });
});

describe('a condition', () => {
  it.each<[string, Conditions, Record<string, string[]>, boolean]>([
    ['equals', { StringEquals: { k: ['a', 'b'] } }, { k: ['b'] }, true],
    ['equals something else', { StringEquals: { k: ['a'] } }, { k: ['b'] }, false],
    ['is not in the request', { StringEquals: { k: ['a'] } }, {}, false],
    ['may be absent', { StringEqualsIfExists: { k: ['a'] } }, {}, true],
    ['is there and wrong', { StringEqualsIfExists: { k: ['a'] } }, { k: ['b'] }, false],
    ['is like a pattern', { StringLike: { k: ['DAY#*'] } }, { k: ['DAY#1'] }, true],
    ['takes a dot for a dot', { StringLike: { k: ['*.example'] } }, { k: ['aXexample'] }, false],
    ['holds for all', { 'ForAllValues:StringLike': { k: ['DAY#*'] } }, { k: ['DAY#1', 'CASE#1'] }, false],
    ['holds for all of none', { 'ForAllValues:StringLike': { k: ['DAY#*'] } }, {}, true],
    ['is like none of them', { 'ForAllValues:StringNotLike': { k: ['DAY#*'] } }, { k: ['CASE#1'] }, true],
    ['is like one that it may not be', { 'ForAllValues:StringNotLike': { k: ['DAY#*'] } }, { k: ['DAY#1'] }, false],
    ['must be there', { Null: { k: ['false'] } }, {}, false],
    ['must not be there', { Null: { k: ['true'] } }, {}, true],
  ])('%s', (_, conditions, context, met) => {
    expect(unmet(conditions, context) === undefined).toBe(met);
  });

  it('of an unknown kind is an error when it is read', () => {
    expect(() => refuseUnknownOperators({ NumericLessThan: { k: ['1'] } })).toThrow('NumericLessThan');
  });
});

describe('what a request asks for', () => {
  it('in DynamoDB: its leading keys and the attributes that it names, of a query by the key of its index', () => {
    const names = { '#d': 'duePk', '#n': 'dueAt' };
    const values = { ':d': { S: 'DUE#1' }, ':n': { S: '2027' } };
    const [query] = toDynamoDb('Query', {
      IndexName: 'due',
      KeyConditionExpression: '#d = :d AND #n <= :n',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    });
    expect(query).toMatchObject({
      action: 'dynamodb:Query',
      resource: `${CASES}/index/due`,
      context: { 'dynamodb:LeadingKeys': ['DUE#1'], 'dynamodb:Attributes': undefined },
    });
    const [update] = toDynamoDb('UpdateItem', {
      Key: { pk: { S: 'CASE#1' }, sk: { S: 'CASE' } },
      UpdateExpression: 'SET dueAt = if_not_exists(#n, :n) REMOVE worklist.x[0]',
      ConditionExpression: 'attribute_exists(pk) AND version = :v',
      ExpressionAttributeNames: names,
    });
    expect(update!.context['dynamodb:Attributes']).toEqual(['pk', 'sk', 'dueAt', 'worklist', 'version']);
  });

  it('in a transaction: what each part of it would ask for by itself', () => {
    const TransactItems = [
      { Put: { TableName: 'Cases', Item: { pk: { S: 'CASE#1' } } } },
      { ConditionCheck: { TableName: 'Cases', Key: { pk: { S: 'CASE#2' } } } },
    ];
    const calls = toDynamoDb('TransactWriteItems', { TransactItems });
    expect(calls.map(({ action, context }) => [action, context['dynamodb:LeadingKeys']])).toEqual([
      ['dynamodb:PutItem', ['CASE#1']],
      ['dynamodb:ConditionCheckItem', ['CASE#2']],
    ]);
  });

  it('in S3: the object and the key of its bucket, or the list under a prefix', () => {
    const get = callsOf(signedFor('s3', { method: 'GET', path: '/evidence/mail/a%20b' }), account);
    expect(get.map(({ action, resource }) => [action, resource])).toEqual([
      ['s3:GetObject', 'arn:aws:s3:::evidence/mail/a b'],
      ['kms:Decrypt', KEY],
    ]);
    const list = callsOf(signedFor('s3', { method: 'GET', path: '/evidence/', query: { prefix: 'mail/' } }), account);
    expect(list).toMatchObject([{ action: 's3:ListBucket', context: { 's3:prefix': ['mail/'] } }]);
  });

  it('of queues, secrets and mail: by the ARN behind the name', () => {
    const target = (name: string) => ({ 'x-amz-target': name });
    const sent = callsOf(
      signedFor('sqs', {
        headers: target('AmazonSQS.SendMessageBatch'),
        body: JSON.stringify({ QueueUrl: 'http://sqs/0/notices' }),
      }),
      account,
    );
    expect(sent).toMatchObject([{ action: 'sqs:SendMessage', resource: account.queues['http://sqs/0/notices'] }]);
    const secret = callsOf(
      signedFor('secretsmanager', {
        headers: target('secretsmanager.GetSecretValue'),
        body: '{"SecretId":"huiyin/demo/sms"}',
      }),
      account,
    );
    expect(secret[0]!.resource).toMatch(/:secret:huiyin\/demo\/sms-\w{6}$/);
    const body =
      'Action=SendRawEmail&Source=notice%40huiyin.example&Destinations.member.1=a%40b.example&ConfigurationSetName=huiyin';
    expect(
      callsOf(signedFor('ses', { body }), account).map(({ resource, context }) => [
        resource.split(':').at(-1),
        context,
      ]),
    ).toEqual([
      ['identity/huiyin.example', { 'ses:FromAddress': ['notice@huiyin.example'] }],
      ['configuration-set/huiyin', expect.anything()],
    ]);
  });

  it('of a service that is not known is an error that names it', () => {
    expect(() => callsOf(signedFor('sns', {}), account)).toThrow('sns');
  });
});
