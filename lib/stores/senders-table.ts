import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { RestoredTable } from '../../config/schemas/restored-tables.ts';
import { allowDecrypting, allowEncrypting } from '../key-use.ts';
import type { ServiceFunction } from '../service-function.ts';
import { storedTable, tableAtWork } from './stored-table.ts';

/** Which complaints are of one sender, by keyed hashes; nothing of who that is, and nothing that a case knows of. */
export class SendersTable extends Construct {
  private readonly table: ITable;
  private readonly key: Key;

  constructor(scope: Construct, id: string, restored: RestoredTable | undefined) {
    super(scope, id);
    this.key = new Key(this, 'Key', { enableKeyRotation: true, description: 'Which complaints are of one sender' });
    const own = storedTable(this, this.key, { partition: 'pk', sort: 'sk' });
    this.table = tableAtWork(this, { own, encryptionKey: this.key, restored });
  }

  /** Lets `linker` link complaints, and forget links. */
  linkableBy(linker: ServiceFunction): void {
    const actions = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'];
    linker.addToRolePolicy(new PolicyStatement({ actions, resources: [this.table.tableArn] }));
    allowEncrypting(this.key, linker);
    linker.addEnvironment('SENDERS_TABLE_NAME', this.table.tableName);
  }

  /** Lets `reader` find the complaints of the sender of one. */
  readableBy(reader: ServiceFunction): void {
    const actions = ['dynamodb:GetItem', 'dynamodb:Query'];
    reader.addToRolePolicy(new PolicyStatement({ actions, resources: [this.table.tableArn] }));
    allowDecrypting(this.key, reader);
    reader.addEnvironment('SENDERS_TABLE_NAME', this.table.tableName);
  }
}
