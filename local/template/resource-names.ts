import { type References, resolve } from './intrinsics.ts';
import type { Resource, StackTemplate } from './template.ts';

/** What the template calls a resource, and what it is called once it exists. */
export interface Names extends References {
  /** The name a resource gets: the one the template gives it, or else its logical id. */
  physicalName(resource: Resource): string;
  arn(resource: Resource): string;
  /** The resource behind an ARN or name as `ref` and `attribute` give them out. */
  byReference(reference: string): Resource;
  ofType(...types: readonly string[]): readonly Resource[];
  /** A resource's properties with every intrinsic resolved. */
  properties(resource: Resource): unknown;
}

interface Kind {
  readonly nameProperty?: string;
  readonly service: string;
  readonly prefix?: string;
}

const KINDS: Readonly<Record<string, Kind>> = {
  'AWS::DynamoDB::Table': { nameProperty: 'TableName', service: 'dynamodb', prefix: 'table/' },
  'AWS::DynamoDB::GlobalTable': { nameProperty: 'TableName', service: 'dynamodb', prefix: 'table/' },
  'AWS::SQS::Queue': { nameProperty: 'QueueName', service: 'sqs' },
  'AWS::SES::ConfigurationSet': { nameProperty: 'Name', service: 'ses', prefix: 'configuration-set/' },
  'AWS::SNS::Topic': { nameProperty: 'TopicName', service: 'sns' },
  'AWS::S3::Bucket': { nameProperty: 'BucketName', service: 's3' },
  'AWS::Lambda::Function': { nameProperty: 'FunctionName', service: 'lambda', prefix: 'function:' },
  'AWS::SecretsManager::Secret': { nameProperty: 'Name', service: 'secretsmanager', prefix: 'secret:' },
};

/**
 * Names and ARNs of a whole stack. All but queue addresses follow from the template alone, so resources may refer to
 * each other in any order. A resource without local effect (a role, a key) gets an ARN that names it.
 */
export function namesOf(template: StackTemplate, queueUrl: (queueName: string) => string): Names {
  const { partition, region, accountId, urlSuffix } = template;
  const resources = new Map(template.resources.map((resource) => [resource.logicalId, resource]));
  const pseudo = new Map([
    ['AWS::Partition', partition],
    ['AWS::Region', region],
    ['AWS::AccountId', accountId],
    ['AWS::URLSuffix', urlSuffix],
    ['AWS::StackName', template.name],
    ['AWS::StackId', `arn:${partition}:cloudformation:${region}:${accountId}:stack/${template.name}/local`],
    ...template.parameters,
  ]);
  const find = (logicalId: string): Resource => {
    const resource = resources.get(logicalId);
    if (!resource) throw new Error(`the template refers to ${logicalId}, which it does not contain`);
    return resource;
  };
  const names: Names = {
    ref(name) {
      const value = pseudo.get(name);
      if (value !== undefined) return value;
      const resource = find(name);
      return resource.type === 'AWS::SQS::Queue'
        ? queueUrl(names.physicalName(resource))
        : names.physicalName(resource);
    },
    attribute(logicalId, attribute) {
      const resource = find(logicalId);
      if (attribute === 'StreamArn') return `${names.arn(resource)}/stream/local`;
      if (attribute.endsWith('Name')) return names.physicalName(resource);
      if (attribute === 'Arn') return names.arn(resource);
      return `${names.arn(resource)}/${attribute}`;
    },
    physicalName(resource) {
      const { nameProperty } = KINDS[resource.type] ?? {};
      const given = nameProperty && (resource.properties as Record<string, unknown>)[nameProperty];
      if (given) return String(resolve(given, names));
      return resource.type === 'AWS::S3::Bucket' ? resource.logicalId.toLowerCase() : resource.logicalId;
    },
    arn(resource) {
      const { service, prefix = '' } = KINDS[resource.type] ?? { service: 'local' };
      const scope = service === 's3' ? ':' : `${region}:${accountId}`;
      return `arn:${partition}:${service}:${scope}:${prefix}${names.physicalName(resource)}`;
    },
    byReference(reference) {
      const found = template.resources.find(
        (resource) =>
          KINDS[resource.type] !== undefined &&
          (reference === names.physicalName(resource) ||
            reference === names.arn(resource) ||
            reference === `${names.arn(resource)}/stream/local` ||
            // The address by which API Gateway invokes a function wraps its ARN.
            reference.includes(`functions/${names.arn(resource)}/`)),
      );
      if (!found) throw new Error(`nothing in the template answers to ${reference}`);
      return found;
    },
    ofType: (...types) => template.resources.filter(({ type }) => types.includes(type)),
    properties: (resource) => resolve(resource.properties, names),
  };
  return names;
}
