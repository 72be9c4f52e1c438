import { Duration } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type Bucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { ProvinceSettings } from '../../config/schemas/province.ts';
import { allowDecrypting, allowEncrypting } from '../key-use.ts';
import type { ServiceFunction } from '../service-function.ts';
import { WorkQueue } from '../work-queue.ts';
import { announceObjects } from './object-notices.ts';
import { allowUnder } from './prefix-rights.ts';
import { privateBucket } from './private-bucket.ts';
import { UPLOAD_PREFIX } from './upload-inbox.ts';

/** Under this prefix lie raw mails; each new one is announced on the bucket's queue. */
export const MAIL_PREFIX = 'mail/';

/** Under this prefix, by receipt, lies what came with a mail or was fetched from WeChat. */
const ATTACHMENTS_PREFIX = 'attachments/';

/** Under this prefix of the uploads lies what staff added to cases. */
const MATERIALS_PREFIX = `${UPLOAD_PREFIX}cases/`;

/** Raw mails and what complainants sent along, kept unchanged as long as the province says. */
export class EvidenceBucket extends Construct {
  readonly bucket: Bucket;
  readonly key: Key;
  /** Every new mail is announced here. A bucket can only be made when the queue is there, so they stay together. */
  readonly mails: WorkQueue;

  constructor(scope: Construct, id: string, province: ProvinceSettings) {
    super(scope, id);
    const { retentionDays, objectLock } = province;
    this.key = new Key(this, 'Key', { enableKeyRotation: true, description: 'Raw evidence' });
    this.bucket = privateBucket(this, this.key, {
      versioned: true,
      ...(objectLock && { objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(objectLock.days)) }),
      lifecycleRules: [
        {
          expiration: Duration.days(retentionDays.evidence),
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    this.mails = new WorkQueue(this, 'mail', { province, timeout: Duration.seconds(60) });
    announceObjects(this.bucket, MAIL_PREFIX, this.mails.queue);
  }

  /** Lets `writer` put cleaned uploads in. */
  uploadsFillableBy(writer: ServiceFunction): void {
    this.allow(writer, 's3:PutObject', UPLOAD_PREFIX);
    allowEncrypting(this.key, writer);
  }

  /** Lets `reader` read raw mails. */
  mailReadableBy(reader: ServiceFunction): void {
    this.allow(reader, 's3:GetObject', MAIL_PREFIX);
    allowDecrypting(this.key, reader);
  }

  /** Lets `writer` put raw mails in. */
  mailFillableBy(writer: ServiceFunction): void {
    this.allow(writer, 's3:PutObject', MAIL_PREFIX);
    allowEncrypting(this.key, writer);
  }

  /** Lets `offerer` sign addresses to which others put raw mails, and tells it where the bucket is. */
  mailOfferedBy(offerer: ServiceFunction): void {
    this.mailFillableBy(offerer);
    this.tellAddressTo(offerer);
  }

  /** Lets `writer` put in what was sent along with complaints. */
  attachmentsFillableBy(writer: ServiceFunction): void {
    this.allow(writer, 's3:PutObject', ATTACHMENTS_PREFIX);
    allowEncrypting(this.key, writer);
  }

  /**
   * Lets `opener` sign addresses where staff get what was sent along, never raw mails, and tells it where the bucket
   * is.
   */
  filesOpenableBy(opener: ServiceFunction): void {
    this.filesReadableBy(opener);
    this.tellAddressTo(opener);
  }

  /** Lets `asker` learn whether what staff sent is kept. Without the key it reads nothing of it. */
  materialsKnownTo(asker: ServiceFunction): void {
    this.allow(asker, 's3:GetObject', MATERIALS_PREFIX);
  }

  /** Lets `reader` read what was sent along, never raw mails. */
  filesReadableBy(reader: ServiceFunction): void {
    this.allow(reader, 's3:GetObject', ATTACHMENTS_PREFIX);
    this.allow(reader, 's3:GetObject', UPLOAD_PREFIX);
    allowDecrypting(this.key, reader);
  }

  private tellAddressTo(user: ServiceFunction): void {
    user.addEnvironment('EVIDENCE_ADDRESS', `https://${this.bucket.bucketRegionalDomainName}/`);
  }

  private allow(user: ServiceFunction, action: 's3:GetObject' | 's3:PutObject', prefix: string): void {
    allowUnder({ bucket: this.bucket, prefix }, action, user);
    user.addEnvironment('EVIDENCE_BUCKET_NAME', this.bucket.bucketName);
  }
}
