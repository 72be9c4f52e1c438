import { Duration } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { allowDecrypting, allowEncrypting } from '../key-use.ts';
import type { ServiceFunction } from '../service-function.ts';
import { allowUnder } from './prefix-rights.ts';
import { privateBucket } from './private-bucket.ts';

const PREFIX = 'archives/';

/**
 * 案卷: archives of cases until whoever asked has fetched them. They are copies, so nothing stays: no versions and no
 * lock, unlike the evidence that they were made of.
 */
export class ArchivesBucket extends Construct {
  private readonly bucket: Bucket;
  private readonly encryptionKey: Key;

  constructor(scope: Construct, id: string, { key }: { key: Key }) {
    super(scope, id);
    this.encryptionKey = key;
    this.bucket = privateBucket(this, key, {
      lifecycleRules: [{ expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
  }

  /** Lets `maker` put archives in and sign addresses where they are fetched, and tells it where. */
  filledBy(maker: ServiceFunction): void {
    for (const action of ['s3:PutObject', 's3:GetObject'] as const)
      allowUnder({ bucket: this.bucket, prefix: PREFIX }, action, maker);
    allowEncrypting(this.encryptionKey, maker);
    allowDecrypting(this.encryptionKey, maker);
    maker.addEnvironment('ARCHIVES_BUCKET_NAME', this.bucket.bucketName);
    maker.addEnvironment('ARCHIVES_ADDRESS', `https://${this.bucket.bucketRegionalDomainName}/`);
  }
}
