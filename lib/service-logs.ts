import { RemovalPolicy, Stack, Token, Validations } from 'aws-cdk-lib';
import { type Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { type ILogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
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

  /** The log group of a function, which its role may write. */
  groupOf(name: string, role: Role): ILogGroup {
    const group = this.groupFor(name);
    group.grantWrite(role);
    const { region, account } = Stack.of(this);
    const owner = Token.isUnresolved(account) ? '<AWS::AccountId>' : account;
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:${region}:${owner}:log-group:${group.logGroupName}:*]`,
      reason: 'Lambda names the streams; the right ends at the log group.',
    });
    return group;
  }

  /** Known to its users by its name, so that a release without one of them may still be deployed. */
  groupFor(name: string): ILogGroup {
    const logGroupName = `/huiyin/${this.province.id}/${name}`;
    new LogGroup(this, name, {
      logGroupName,
      retention: this.province.retentionDays.logs,
      encryptionKey: this.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return LogGroup.fromLogGroupName(this, `${name}-by-name`, logGroupName);
  }
}
