import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

const READ_ON_RECORD =
  'Who read which object is recorded by CloudTrail data events of the account: see docs/operations.md.';

/** A bucket under that key, which is reached by TLS only, is never public, and outlives its stack. */
export function privateBucket(
  scope: Construct,
  encryptionKey: Key,
  more: BucketProps,
  whyNotLogged = READ_ON_RECORD,
): Bucket {
  const bucket = new Bucket(scope, 'Bucket', {
    encryption: BucketEncryption.KMS,
    encryptionKey,
    bucketKeyEnabled: true,
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.RETAIN,
    ...more,
  });
  Validations.of(bucket).acknowledge({ id: 'AwsSolutions-S1', reason: whyNotLogged });
  return bucket;
}
