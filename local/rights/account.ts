import * as z from 'zod';
import type { Names } from '../template/resource-names.ts';
import type { Resource, StackTemplate } from '../template/template.ts';
import { PolicyDocument, type Statement, statementsOf } from './policy.ts';

/** A table as IAM sees it. */
export interface TableFacts {
  readonly arn: string;
  readonly keyArn: string | undefined;
  /** The partition key of the table (under '') and of each index. */
  readonly partitionKeys: Readonly<Record<string, string>>;
}

export interface BucketFacts {
  readonly arn: string;
  readonly keyArn: string | undefined;
}

/** What there is to ask for, by the names that requests use. */
export interface Account {
  /** `arn:<partition>:<service>:<region>:<account>:` for a service. */
  readonly scope: { readonly partition: string; readonly region: string; readonly accountId: string };
  readonly tables: Readonly<Record<string, TableFacts>>;
  readonly buckets: Readonly<Record<string, BucketFacts>>;
  /** ARNs by address. */
  readonly queues: Readonly<Record<string, string>>;
  /** What buckets refuse, whoever asks. */
  readonly refused: readonly Statement[];
}

const Indexes = z
  .array(z.object({ IndexName: z.string(), KeySchema: z.array(z.object({ AttributeName: z.string() })) }))
  .default([]);
const TableProperties = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string() })),
  GlobalSecondaryIndexes: Indexes,
  SSESpecification: z.object({ KMSMasterKeyId: z.string().optional() }).optional(),
});
const BucketProperties = z.object({
  BucketEncryption: z
    .object({
      ServerSideEncryptionConfiguration: z.array(
        z.object({ ServerSideEncryptionByDefault: z.object({ KMSMasterKeyID: z.string().optional() }) }),
      ),
    })
    .optional(),
});

export function accountOf(names: Names, { partition, region, accountId }: StackTemplate): Account {
  const entries = <Facts>(type: string, factsOf: (resource: Resource) => Facts) =>
    Object.fromEntries(names.ofType(type).map((resource) => [names.physicalName(resource), factsOf(resource)]));
  return {
    scope: { partition, region, accountId },
    tables: entries('AWS::DynamoDB::Table', (resource) => tableFacts(resource, names)),
    buckets: entries('AWS::S3::Bucket', (resource) => bucketFacts(resource, names)),
    queues: Object.fromEntries(
      names.ofType('AWS::SQS::Queue').map((one) => [names.ref(one.logicalId), names.arn(one)]),
    ),
    refused: names.ofType('AWS::S3::BucketPolicy').flatMap((resource) => {
      const { PolicyDocument: document } = PolicyResource.parse(names.properties(resource));
      return statementsOf(document).filter(({ effect }) => effect === 'Deny');
    }),
  };
}

const PolicyResource = z.object({ PolicyDocument });

function tableFacts(resource: Resource, names: Names): TableFacts {
  const { KeySchema, GlobalSecondaryIndexes, SSESpecification } = TableProperties.parse(names.properties(resource));
  const indexes = GlobalSecondaryIndexes.map(({ IndexName, KeySchema: [key] }) => [IndexName, key!.AttributeName]);
  return {
    arn: names.arn(resource),
    keyArn: SSESpecification?.KMSMasterKeyId,
    partitionKeys: { '': KeySchema[0]!.AttributeName, ...Object.fromEntries(indexes) },
  };
}

function bucketFacts(resource: Resource, names: Names): BucketFacts {
  const { BucketEncryption } = BucketProperties.parse(names.properties(resource));
  const [rule] = BucketEncryption?.ServerSideEncryptionConfiguration ?? [];
  return { arn: names.arn(resource), keyArn: rule?.ServerSideEncryptionByDefault.KMSMasterKeyID };
}
