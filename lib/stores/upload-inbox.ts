import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { ProvinceSettings } from '../../config/schemas/province.ts';
import { allowAdding, allowDecrypting } from '../key-use.ts';
import type { ServiceFunction } from '../service-function.ts';
import { WorkQueue } from '../work-queue.ts';
import { announceObjects } from './object-notices.ts';
import { allowUnder } from './prefix-rights.ts';
import { privateBucket } from './private-bucket.ts';

/** Under this prefix lie uploads, here as they came and in the evidence bucket as they are kept. */
export const UPLOAD_PREFIX = 'uploads/';

/**
 * Where browsers send photos to, as they are: with the place where they were taken, or no photos at all. Nothing stays:
 * what a complaint names is cleaned and kept in the evidence bucket, and all the rest is forgotten. Hence no versions
 * and no lock, unlike there.
 */
export class UploadInbox extends Construct {
  /** Uploads that came, and uploads that a complaint names. */
  readonly uploads: WorkQueue;
  private readonly bucket: Bucket;
  private readonly encryptionKey: Key;

  constructor(scope: Construct, id: string, { province, key }: { province: ProvinceSettings; key: Key }) {
    super(scope, id);
    this.encryptionKey = key;
    this.bucket = privateBucket(this, key, {
      // The public page says so: functions/shared/pages/privacy-page.ts.
      lifecycleRules: [{ expiration: Duration.days(3), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    this.uploads = new WorkQueue(this, 'uploads', { province, timeout: Duration.seconds(60) });
    announceObjects(this.bucket, UPLOAD_PREFIX, this.uploads.queue);
  }

  /** Lets `offerer` sign forms by which others put uploads in, and tells it where to. */
  offeredBy(offerer: ServiceFunction): void {
    this.allow(offerer, 's3:PutObject');
    allowAdding(this.encryptionKey, offerer);
    offerer.addEnvironment('INBOX_ADDRESS', `https://${this.bucket.bucketRegionalDomainName}/`);
  }

  /** Lets `reader` read uploads. The right to list is what makes S3 tell a missing one from a forbidden one. */
  readableBy(reader: ServiceFunction): void {
    this.allow(reader, 's3:GetObject');
    reader.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }));
    allowDecrypting(this.encryptionKey, reader);
  }

  private allow(user: ServiceFunction, action: 's3:GetObject' | 's3:PutObject'): void {
    allowUnder({ bucket: this.bucket, prefix: UPLOAD_PREFIX }, action, user);
    user.addEnvironment('INBOX_BUCKET_NAME', this.bucket.bucketName);
  }
}
