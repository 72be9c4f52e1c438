import { Duration } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { type Bucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { ProvinceSettings } from '../../config/schemas/province.ts';
import { allowDecrypting, allowEncrypting } from '../key-use.ts';
import type { ServiceFunction } from '../service-function.ts';
import { allowUnder } from './prefix-rights.ts';
import { privateBucket } from './private-bucket.ts';

const PREFIX = 'ledgers/';

/**
 * 登记总账: what stands for each day, one object a day. Each key is taken once and no version is deleted: the bucket
 * refuses both, and while the lock runs nobody can make it do otherwise (ADR 120).
 */
export class LedgerBucket extends Construct {
  private readonly bucket: Bucket;
  private readonly key: Key;

  constructor(scope: Construct, id: string, { province, key }: { province: ProvinceSettings; key: Key }) {
    super(scope, id);
    this.key = key;
    const days = lockDaysOf(province);
    this.bucket = privateBucket(
      this,
      key,
      {
        versioned: true,
        ...(days !== undefined && { objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(days)) }),
      },
      'A ledger names nobody and may be published: who read it is of no interest.',
    );
    this.refuse(['s3:PutObject'], { Null: { 's3:if-none-match': 'true' } });
    this.refuse(['s3:DeleteObject', 's3:DeleteObjectVersion']);
  }

  /** Lets `sealer` put ledgers in, and read and find those that are there. */
  fillableBy(sealer: ServiceFunction): void {
    allowUnder({ bucket: this.bucket, prefix: PREFIX }, 's3:PutObject', sealer);
    allowEncrypting(this.key, sealer);
    const conditions = { StringEquals: { 's3:prefix': PREFIX } };
    const resources = [this.bucket.bucketArn];
    sealer.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources, conditions }));
    this.readableBy(sealer);
  }

  /** Lets `reader` read the ledger of a day, and tells it where. */
  readableBy(reader: ServiceFunction): void {
    allowUnder({ bucket: this.bucket, prefix: PREFIX }, 's3:GetObject', reader);
    allowDecrypting(this.key, reader);
    reader.addEnvironment('LEDGER_BUCKET_NAME', this.bucket.bucketName);
  }

  /** Of everybody, administrators included. */
  private refuse(actions: string[], conditions?: Record<string, Record<string, string>>): void {
    const [principals, resources] = [[new AnyPrincipal()], [this.bucket.arnForObjects('*')]];
    const statement = { effect: Effect.DENY, actions, principals, resources };
    this.bucket.addToResourcePolicy(new PolicyStatement({ ...statement, ...(conditions && { conditions }) }));
  }
}

/** As long as the records that they vouch for; none for a demonstration, which may be taken down. */
function lockDaysOf({ audit, demonstration, privacy }: ProvinceSettings): number | undefined {
  if (audit?.lockDays !== undefined) return audit.lockDays;
  return demonstration ? undefined : privacy.records.years * 366;
}
