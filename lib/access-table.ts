import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { allowDecrypting, allowEncrypting } from './key-use.ts';
import type { ServiceFunction } from './service-function.ts';

/** 查阅记录: who saw what. Functions add to it; none changes or deletes, and one reads it, for the auditor. */
export class AccessTable extends Construct {
  private readonly table: Table;
  private readonly key: Key;

  constructor(scope: Construct, id: string, { key }: { key: Key }) {
    super(scope, id);
    this.key = key;
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'sub', type: AttributeType.STRING },
      sortKey: { name: 'place', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: 'case',
      partitionKey: { name: 'caseId', type: AttributeType.STRING },
      sortKey: { name: 'place', type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
  }

  /** Lets `writer` add what somebody saw through it. */
  fillableBy(writer: ServiceFunction): void {
    writer.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:PutItem'], resources: [this.table.tableArn] }));
    allowEncrypting(this.key, writer);
    writer.addEnvironment('ACCESS_TABLE_NAME', this.table.tableName);
  }

  /** Lets `reader` read who saw what, of a person or of a case. */
  readableBy(reader: ServiceFunction): void {
    const { tableArn } = this.table;
    const resources = [tableArn, `${tableArn}/index/case`];
    reader.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources }));
    allowDecrypting(this.key, reader);
  }
}
