import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/**
 * Announces every new object under `prefix` on `queue`. Written at the level of CloudFormation: CDK's own way is a
 * custom resource. The queue trusts the account and not the bucket, because the bucket can only be made when the queue
 * already trusts it.
 */
export function announceObjects(bucket: Bucket, prefix: string, queue: Queue): void {
  const { account } = Stack.of(bucket);
  const s3 = new ServicePrincipal('s3.amazonaws.com', {
    conditions: { StringEquals: { 'aws:SourceAccount': account } },
  });
  queue.grantSendMessages(s3);
  const resource = bucket.node.defaultChild as CfnBucket;
  resource.notificationConfiguration = {
    queueConfigurations: [
      {
        event: 's3:ObjectCreated:*',
        queue: queue.queueArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value: prefix }] } },
      },
    ],
  };
  resource.node.addDependency(queue.node.findChild('Policy'));
}
