import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { asOneTemplate } from './merged-template.ts';

/** One resource of the template, its properties as synthesised: intrinsics are not resolved yet. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: unknown;
}

/** The stacks of a province, as one. */
export interface StackTemplate {
  /** That of the first of them. */
  readonly name: string;
  readonly region: string;
  readonly accountId: string;
  readonly partition: string;
  readonly urlSuffix: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly resources: readonly Resource[];
  /** The directory that holds what the template uploads under this S3 key. */
  assetDirectory(s3Key: string): string;
}

/** What the runner brings to life. */
const INTERPRETED = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SES::ReceiptRule',
  'AWS::SNS::Subscription',
  'AWS::SQS::Queue',
  'AWS::Scheduler::Schedule',
]);

/** What changes nothing on one machine: rights, keys, logs, alarms and what watches over the deployment itself. */
const WITHOUT_LOCAL_EFFECT = new Set([
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::EC2::EIP',
  'AWS::EC2::InternetGateway',
  'AWS::EC2::NatGateway',
  'AWS::EC2::Route',
  'AWS::EC2::RouteTable',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::Subnet',
  'AWS::EC2::SubnetRouteTableAssociation',
  'AWS::EC2::VPC',
  'AWS::EC2::VPCEndpoint',
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::ResourcePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::EmailIdentity',
  'AWS::SES::ReceiptRuleSet',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::ScheduleGroup',
  'AWS::SecretsManager::ResourcePolicy',
  'AWS::SecretsManager::Secret',
]);

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      properties: z.object({ templateFile: z.string().optional() }).optional(),
    }),
  ),
});

const TemplateFile = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.coerce.string().optional() })).default({}),
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.unknown().optional() })),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }))
    .default({}),
});

const AssetFile = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

/**
 * Reads the stacks of a cloud assembly, which are those of one province, as one. A resource type that the runner neither
 * interprets nor knows to be harmless is an error that names it: better no local stack than one that differs.
 */
export function readTemplate(assembly: string): StackTemplate {
  const stacks = stacksOf(assembly);
  const files = stacks.map(({ templateFile }) => templateFile);
  const read = files.map((file) => TemplateFile.parse(readJson(join(assembly, file))));
  const parameters = Object.assign({}, ...read.map(({ Parameters }) => Parameters)) as (typeof read)[0]['Parameters'];
  const template = asOneTemplate(read);
  const assets = files.map((file) =>
    AssetFile.parse(readJson(join(assembly, file.replace('.template.json', '.assets.json')))),
  );
  const resources = Object.entries(template.Resources).map(([logicalId, resource]) => ({
    logicalId,
    type: resource.Type,
    properties: resource.Properties ?? {},
  }));
  refuseUnknownTypes(resources);
  const paths = new Map(
    assets
      .flatMap(({ files }) => Object.values(files))
      .flatMap(({ source, destinations }) =>
        Object.values(destinations).map(({ objectKey }) => [objectKey, join(assembly, source.path)] as const),
      ),
  );
  return {
    name: stacks[0].name,
    ...environmentOf(stacks[0].environment),
    parameters: new Map(Object.entries(parameters).map(([id, { Default }]) => [id, Default ?? ''])),
    resources,
    assetDirectory(s3Key) {
      const path = paths.get(s3Key);
      if (!path) throw new Error(`the assembly has no asset ${s3Key}`);
      return path;
    },
  };
}

interface StackArtifact {
  readonly name: string;
  readonly environment: string | undefined;
  readonly templateFile: string;
}

function stacksOf(assembly: string): readonly [StackArtifact, ...StackArtifact[]] {
  const { artifacts } = Manifest.parse(readJson(join(assembly, 'manifest.json')));
  const [first, ...others] = Object.entries(artifacts).flatMap(([name, { type, environment, properties }]) => {
    const templateFile = properties?.templateFile;
    return type === 'aws:cloudformation:stack' && templateFile ? [{ name, environment, templateFile }] : [];
  });
  if (!first) throw new Error(`expected the stacks of a province in ${assembly}, found none`);
  return [first, ...others];
}

/** `aws://<account>/<region>`; a stack that fits every environment runs as if in Singapore. */
function environmentOf(environment = '') {
  const [, account = '', named = ''] = /^aws:\/\/([^/]+)\/(.+)$/.exec(environment) ?? [];
  const region = named === '' || named === 'unknown-region' ? 'ap-southeast-1' : named;
  const china = region.startsWith('cn-');
  return {
    region,
    accountId: /^\d{12}$/.test(account) ? account : '000000000000',
    partition: china ? 'aws-cn' : 'aws',
    urlSuffix: china ? 'amazonaws.com.cn' : 'amazonaws.com',
  };
}

function refuseUnknownTypes(resources: readonly Resource[]): void {
  const unknown = resources.filter(({ type }) => !INTERPRETED.has(type) && !WITHOUT_LOCAL_EFFECT.has(type));
  if (unknown.length === 0) return;
  const named = unknown.map(({ logicalId, type }) => `${type} (${logicalId})`).join(', ');
  throw new Error(
    `the local runner does not know ${named}; teach local/template/template.ts what it means on one machine`,
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
