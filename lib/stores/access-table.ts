import { AttributeType, type ITable, ProjectionType } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { RestoredTable } from '../../config/schemas/restored-tables.ts';
import { allowDecrypting, allowEncrypting } from '../key-use.ts';
import type { ServiceFunction } from '../service-function.ts';
import { storedTable, tableAtWork } from './stored-table.ts';

/** 查阅记录: who saw what. Functions add to it; none changes or deletes, and one reads it, for the auditor. */
export class AccessTable extends Construct {
  private readonly table: ITable;
  private readonly key: Key;

  constructor(scope: Construct, id: string, { key, restored }: { key: Key; restored: RestoredTable | undefined }) {
    super(scope, id);
    this.key = key;
    const own = storedTable(this, key, { partition: 'sub', sort: 'place', timeToLiveAttribute: 'expiresAt' });
    own.addGlobalSecondaryIndex({
      indexName: 'case',
      partitionKey: { name: 'caseId', type: AttributeType.STRING },
      sortKey: { name: 'place', type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
    this.table = tableAtWork(this, { own, encryptionKey: key, restored });
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
