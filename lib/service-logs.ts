import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ProvinceSettings } from '../config/schemas/province.ts';
import { allowEncrypting } from './key-use.ts';

/** The log groups of a province: encrypted, and kept as long as the province says. */
export class ServiceLogs extends Construct {
  private readonly province: ProvinceSettings;
  private readonly key: Key;

  constructor(scope: Construct, id: string, { province, key }: { province: ProvinceSettings; key: Key }) {
    super(scope, id);
    this.province = province;
    this.key = key;
    const { region, urlSuffix } = Stack.of(this);
    const arn = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group:/huiyin',
      resourceName: `${province.id}/*`,
    });
    // CloudWatch Logs is one of the few services whose principal names the region and, in China, the partition's
    // suffix.
    allowEncrypting(
      key,
      new ServicePrincipal(`logs.${region}.${urlSuffix}`, {
        conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': arn } },
      }),
    );
  }

  groupFor(name: string): LogGroup {
    return new LogGroup(this, name, {
      logGroupName: `/huiyin/${this.province.id}/${name}`,
      retention: this.province.retentionDays.logs,
      encryptionKey: this.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
