import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { RestoredTable } from '../../config/schemas/restored-tables.ts';
import { allowDecrypting, allowEncrypting } from '../key-use.ts';
import type { ServiceFunction } from '../service-function.ts';
import { storedTable, tableAtWork } from './stored-table.ts';

/** Whom the organs are reached by today, and who changed that and why. Nobody gets at it but through the grants below. */
export class RosterTable extends Construct {
  readonly table: ITable;
  private readonly key: Key;

  constructor(scope: Construct, id: string, { key, restored }: { key: Key; restored: RestoredTable | undefined }) {
    super(scope, id);
    this.key = key;
    const own = storedTable(this, key, { partition: 'pk', sort: 'sk' });
    this.table = tableAtWork(this, { own, encryptionKey: key, restored });
  }

  /** Lets `reader` read who is there today, and nothing of the changes. */
  readableBy(reader: ServiceFunction): void {
    this.allow(reader, ['dynamodb:GetItem', 'dynamodb:Query'], ['PEOPLE']);
    allowDecrypting(this.key, reader);
    reader.addEnvironment('ROSTER_TABLE_NAME', this.table.tableName);
  }

  /** Lets `keeper` also write it, with each change. Nothing is ever deleted. */
  keepableBy(keeper: ServiceFunction): void {
    const actions = ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
    this.allow(keeper, actions, ['PEOPLE', 'CHANGES#*']);
    allowEncrypting(this.key, keeper);
    keeper.addEnvironment('ROSTER_TABLE_NAME', this.table.tableName);
  }

  private allow(user: ServiceFunction, actions: string[], keys: readonly string[]): void {
    const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } };
    user.addToRolePolicy(new PolicyStatement({ actions, resources: [this.table.tableArn], conditions }));
  }
}
