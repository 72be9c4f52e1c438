import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { allowEncrypting } from './key-use.ts';
import type { ServiceFunction } from './service-function.ts';

/** What is kept there: the part of an item's key before the `#`. */
type Kind = 'CONVERSATION' | 'THREAD' | 'TOKEN' | 'SUPPRESSED' | 'LIMIT' | 'PROVIDER';

/**
 * What the channels must remember between two messages, each item for a while only: conversations not yet submitted,
 * which mail belongs to which complaint, access tokens, addresses that refuse mail, and counts of requests. Nobody gets
 * at it but through the grants below.
 */
export class CorrespondenceTable extends Construct {
  readonly table: Table;
  readonly encryptionKey: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.encryptionKey = new Key(this, 'Key', {
      enableKeyRotation: true,
      description: 'Conversations with complainants',
    });
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'key', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.encryptionKey,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Sparse: only what somebody must come back to.
    this.table.addGlobalSecondaryIndex({
      indexName: 'due',
      partitionKey: { name: 'duePk', type: AttributeType.STRING },
      sortKey: { name: 'dueAt', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }

  /** Lets `user` read, write and forget items of those kinds, one at a time, and no others. */
  usableBy(user: ServiceFunction, ...kinds: readonly Kind[]): void {
    const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': kinds.map((kind) => `${kind}#*`) } };
    const actions = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];
    user.addToRolePolicy(new PolicyStatement({ actions, resources: [this.table.tableArn], conditions }));
    allowEncrypting(this.encryptionKey, user);
    user.addEnvironment('CORRESPONDENCE_TABLE_NAME', this.table.tableName);
  }

  /** Lets `sweeper` also find those that are due. */
  sweepableBy(sweeper: ServiceFunction): void {
    const resources = [`${this.table.tableArn}/index/due`];
    sweeper.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources }));
  }
}
