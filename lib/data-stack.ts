import { Stack } from 'aws-cdk-lib';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { CfnEIP } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct, IConstruct } from 'constructs';
import type { ProvinceSettings } from '../config/schemas/province.ts';
import { Foundation } from './foundation.ts';
import { settingsOfStack } from './stack-settings.ts';

/**
 * What one province keeps: tables, buckets with the queues on which they announce, keys and logs. No code is in it, so
 * code is deployed and rolled back without touching what is kept (ADR 157).
 */
export class DataStack extends Stack {
  readonly foundation: Foundation;

  constructor(scope: Construct, province: ProvinceSettings) {
    super(scope, `Huiyin-${province.id}-data`, settingsOfStack(province, 'what is kept of complaints'));
    this.foundation = new Foundation(this, 'Foundation', province);
    // CDK exports what is imported today, and takes back what no longer is: CloudFormation then refuses the update
    // until the other stack has let go. Exported for good, releases may be deployed forth and back in any order.
    for (const one of this.node.findAll()) for (const attribute of attributesOf(one)) this.exportValue(attribute);
  }
}

/** What others may know of it. */
function attributesOf(one: IConstruct): string[] {
  if (one instanceof CfnEIP) return [one.attrAllocationId, one.attrPublicIp];
  if (one instanceof Key) return [one.keyArn];
  if (one instanceof Bucket) return [one.bucketArn, one.bucketName, one.bucketRegionalDomainName];
  if (one instanceof Queue) return [one.queueArn, one.queueName, one.queueUrl];
  if (!(one instanceof Table)) return [];
  return [one.tableArn, one.tableName, ...(one.tableStreamArn ? [one.tableStreamArn] : [])];
}
