import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { RestoredTable } from '../../config/schemas/restored-tables.ts';
import { allowDecrypting, allowEncrypting } from '../key-use.ts';
import type { ServiceFunction } from '../service-function.ts';
import { storedTable, tableAtWork } from './stored-table.ts';

/**
 * 通知留存: what people were told, word for word, and nothing of who a complainant is (ADR 132). Nobody changes or deletes
 * it; the table forgets it when the province's records are no longer kept.
 */
export class NoticeTable extends Construct {
  private readonly table: ITable;
  private readonly key: Key;

  constructor(scope: Construct, id: string, { key, restored }: { key: Key; restored: RestoredTable | undefined }) {
    super(scope, id);
    this.key = key;
    const own = storedTable(this, key, { partition: 'pk', sort: 'sk', timeToLiveAttribute: 'expiresAt' });
    this.table = tableAtWork(this, { own, encryptionKey: key, restored });
  }

  /** Lets `sender` keep what it sends. */
  fillableBy(sender: ServiceFunction): void {
    sender.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:PutItem'], resources: [this.table.tableArn] }));
    allowEncrypting(this.key, sender);
    this.readableBy(sender);
  }

  /** Lets `reader` read what was kept of a notice, or of a case. */
  readableBy(reader: ServiceFunction): void {
    reader.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources: [this.table.tableArn] }));
    allowDecrypting(this.key, reader);
    reader.addEnvironment('NOTICE_TABLE_NAME', this.table.tableName);
  }
}
