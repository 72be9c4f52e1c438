import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { functionNames, provinces, routesOf, settingsOf, stacksOf, stageOf, templateOf } from './provinces.ts';

const templates = new Map<string, Template>(provinces.map(({ id }) => [id, templateOf(id)]));
const demo = templates.get('demo')!;
const propertiesOf = (template: Template, type: string) =>
  Object.values(template.findResources(type)).map(({ Properties }) => Properties);

it('has a stack for a demonstration and for two real provinces, one in each region of China', () => {
  expect(provinces.map(({ id, region }) => `${id} ${region}`)).toEqual([
    'demo ap-southeast-1',
    'jiangsu cn-north-1',
    'yunnan cn-northwest-1',
  ]);
});

describe.each([...templates])('in %s', (_, template) => {
  it('runs every function on nodejs24.x and arm64, and has it read no source map as it starts', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Environment: {
        Variables: Match.objectLike({ PROVINCE: Match.anyValue(), NODE_OPTIONS: Match.absent() }),
      },
    });
  });

  it('keeps the logs of every function in an encrypted group that forgets', () => {
    template.allResourcesProperties('AWS::Lambda::Function', { LoggingConfig: { LogGroup: Match.anyValue() } });
    template.allResourcesProperties('AWS::Logs::LogGroup', {
      RetentionInDays: Match.anyValue(),
      KmsKeyId: Match.anyValue(),
    });
  });

  it('gives every queue of work a dead-letter queue after five receives, and time for six timeouts', () => {
    const queues = propertiesOf(template, 'AWS::SQS::Queue').filter(
      (queue) => !queue.QueueName.endsWith('-dead-letters'),
    );
    expect(queues.map(({ QueueName }) => QueueName.replace(/huiyin-[a-z]+-/, ''))).toEqual([
      'mail',
      'uploads',
      'register',
      'media',
      'notices',
      'urgent-notices',
      'bounces',
    ]);
    expect(new Set(queues.map(({ RedrivePolicy }) => RedrivePolicy.maxReceiveCount))).toEqual(new Set([5]));
    expect(queues.map(({ VisibilityTimeout }) => VisibilityTimeout)).toEqual([360, 360, 360, 1080, 540, 540, 180]);
  });

  it('encrypts every queue and lets nobody in without TLS', () => {
    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    template.resourceCountIs('AWS::SQS::QueuePolicy', propertiesOf(template, 'AWS::SQS::Queue').length);
    for (const type of ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy'])
      template.allResourcesProperties(type, {
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          ]),
        },
      });
  });

  it('sends back only the records that failed, from queues and streams alike', () => {
    template.resourceCountIs('AWS::Lambda::EventSourceMapping', 10);
    template.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('keeps its tables, their past 35 days, and each under a key of ours', () => {
    template.resourceCountIs('AWS::DynamoDB::Table', 8);
    template.allResources('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: Match.objectLike({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: Match.objectLike({ SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: Match.anyValue() }),
      }),
    });
  });

  it('forgets a complaint of the vault when its time has come', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  it('shows nothing in public', () => {
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    for (const type of ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy'])
      for (const { PolicyDocument } of propertiesOf(template, type))
        for (const { Effect, Principal } of PolicyDocument.Statement)
          if (Effect === 'Allow') expect(JSON.stringify(Principal)).not.toContain('*');
    template.resourceCountIs('AWS::Lambda::Url', 0);
  });

  it('is made without a custom resource, so that a deploy runs no code of CDK', () => {
    const types = Object.values(template.toJSON().Resources as Record<string, { Type: string }>).map(
      ({ Type }) => Type,
    );
    expect(types.filter((type) => /^(Custom::|AWS::CloudFormation::CustomResource)/.test(type))).toEqual([]);
    expect(readdirSync(join(import.meta.dirname, '../../functions'))).toEqual(
      expect.arrayContaining(functionNames(template)),
    );
  });

  it('asks for a token wherever staff work, and nowhere else', () => {
    const routes = routesOf(template, 'PublicApi');
    const guarded = routes
      .filter(({ AuthorizationType }) => AuthorizationType === 'JWT')
      .map(({ RouteKey }) => RouteKey);
    const isForStaff = (key: string) => /\/v1\/(cases|organs|officers|access)/.test(key);
    expect(guarded).toEqual(routes.map(({ RouteKey }) => RouteKey).filter(isForStaff));
    expect(guarded.length).toBeGreaterThanOrEqual(9);
    // A browser brings its session in a cookie, which the function looks up.
    expect(routesOf(template, 'DeskApi').filter(({ AuthorizationType }) => AuthorizationType === 'JWT')).toEqual([]);
  });
});

describe('the streams', () => {
  it('wake queue-complaints on new complaints only, link-senders on erased ones too, relay-events on new events only', () => {
    const filters = propertiesOf(demo, 'AWS::Lambda::EventSourceMapping').flatMap(({ FilterCriteria }) =>
      FilterCriteria ? [JSON.parse(FilterCriteria.Filters[0].Pattern)] : [],
    );
    expect(filters).toEqual([
      { eventName: ['INSERT'] },
      { eventName: ['INSERT', 'REMOVE'] },
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'EVENT#' }] } } } },
    ]);
  });

  it('lose nothing: they begin at the beginning, halve what fails, and try again for as long as the stream remembers', () => {
    const streams = propertiesOf(demo, 'AWS::Lambda::EventSourceMapping').filter(
      ({ StartingPosition }) => StartingPosition,
    );
    expect(streams).toHaveLength(3);
    for (const stream of streams)
      expect(stream).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        MaximumRecordAgeInSeconds: 86_400,
        DestinationConfig: { OnFailure: { Destination: expect.anything() } },
      });
  });
});

it('sweeps every minute', () => {
  demo.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(1 minute)', State: 'ENABLED' });
});

it('writes neither addresses nor paths nor query strings of callers into the access log', () => {
  for (const entrance of ['PublicApi', 'DeskApi'] as const) {
    const { AccessLogSettings } = stageOf(demo, entrance).Properties;
    expect(AccessLogSettings.Format).not.toMatch(/sourceIp|\$context\.path|query|userAgent/i);
  }
  const { DefaultRouteSettings } = stageOf(demo, 'PublicApi').Properties;
  expect(DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 });
});

describe('under a burst', () => {
  it.each([...templates])('each route of %s keeps a pace of its own, and complaints come first', (_, template) => {
    for (const entrance of ['PublicApi', 'DeskApi'] as const) {
      const routes = routesOf(template, entrance);
      const stage = stageOf(template, entrance);
      expect(Object.keys(stage.Properties.RouteSettings).toSorted()).toEqual(
        routes.map((one) => one.RouteKey).toSorted(),
      );
      expect(stage.DependsOn).toEqual(expect.arrayContaining(routes.map(({ id }) => id)));
    }
    const { RouteSettings } = stageOf(template, 'PublicApi').Properties;
    const rate = (route: string) => RouteSettings[route].ThrottlingRateLimit;
    for (const way of ['POST /complaints', 'POST /v1/complaints', 'POST /v1/channels/wechat'])
      expect(rate(way)).toBeGreaterThanOrEqual(200);
    for (const other of ['GET /openapi.json', 'GET /v1/health']) expect(rate(other)).toBeLessThanOrEqual(10);
  });

  it.each([...templates])('every queue of %s wakes a bounded number of functions', (_, template) => {
    const queues = propertiesOf(template, 'AWS::Lambda::EventSourceMapping').filter(
      ({ StartingPosition }) => StartingPosition === undefined,
    );
    expect(queues).toHaveLength(7);
    const most = queues.map(({ ScalingConfig }) => ScalingConfig.MaximumConcurrency);
    for (const one of most) expect(one).toBeGreaterThanOrEqual(2);
    expect(most.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(100);
  });

  it.each([...templates])('every way into %s, and the sweeps, have functions kept for them', (_, template) => {
    const kept = new Map<string, number>(
      propertiesOf(template, 'AWS::Lambda::Function').map(
        ({ FunctionName, ReservedConcurrentExecutions: reserved }) => [
          FunctionName.replace(/^huiyin-[a-z]+-/, ''),
          reserved,
        ],
      ),
    );
    const waysIn = [...kept.keys()].filter((name) => /^accept-(?!email)/.test(name));
    for (const name of [...waysIn, 'sweep-deadlines', 'submit-drafts'])
      expect([name, kept.get(name)]).toEqual([name, expect.any(Number)]);
    const sum = [...kept.values()].reduce((all, one = 0) => all + one, 0);
    expect(sum).toBeLessThanOrEqual(600);
  });
});

it('cannot be torn down by mistake, unless it is the demonstration', () => {
  for (const [id, isProtected] of [
    ['jiangsu', true],
    ['demo', false],
  ] as const) {
    const { data, service } = stacksOf(settingsOf(id));
    expect([data.terminationProtection, service.terminationProtection]).toEqual([isProtected, isProtected]);
  }
});

it('is told as a sandbox to write to those listed, and as a real province to everyone', () => {
  for (const [id, REACH] of [
    ['demo', 'listed'],
    ['jiangsu', 'everyone'],
    ['yunnan', 'everyone'],
  ] as const)
    templates.get(id)!.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: `huiyin-${id}-deliver-notice`,
      Environment: { Variables: Match.objectLike({ REACH }) },
    });
});
