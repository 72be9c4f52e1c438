import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { allowEncrypting } from '../key-use.ts';
import type { ServiceFunction } from '../service-function.ts';
import { storedTable } from './stored-table.ts';

/** What is kept there: the part of an item's key before the `#`. */
type Kind = 'SESSION' | 'LOGIN' | 'DRAFT' | 'LISTS' | 'RECEPTION';

/**
 * What the desk remembers: for a day at most, who is logged in, log-ins under way, and what somebody typed when their
 * session had ended; the lists that they saved; and the reception days of organs. A draft may hold what visitors
 * said, so the table has a key of its own.
 */
export class DeskTable extends Construct {
  readonly table: Table;
  readonly encryptionKey: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.encryptionKey = new Key(this, 'Key', { enableKeyRotation: true, description: 'Sessions of staff' });
    this.table = storedTable(this, this.encryptionKey, { partition: 'key', timeToLiveAttribute: 'expiresAt' });
  }

  /** Lets `user` read, write and forget items of those kinds, one at a time, and no others. */
  usableBy(user: ServiceFunction, ...kinds: readonly Kind[]): void {
    const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': kinds.map((kind) => `${kind}#*`) } };
    const actions = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];
    user.addToRolePolicy(new PolicyStatement({ actions, resources: [this.table.tableArn], conditions }));
    allowEncrypting(this.encryptionKey, user);
    user.addEnvironment('DESK_TABLE_NAME', this.table.tableName);
  }
}
