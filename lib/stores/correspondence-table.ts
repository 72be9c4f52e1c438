import { AttributeType, type ITable, ProjectionType } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { RestoredTable } from '../../config/schemas/restored-tables.ts';
import { allowEncrypting } from '../key-use.ts';
import type { ServiceFunction } from '../service-function.ts';
import { storedTable, tableAtWork } from './stored-table.ts';

/** What is kept there, the beginning of an item's key, and what is done with it. */
const KINDS = {
  CONVERSATION: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
  THREAD: ['dynamodb:GetItem', 'dynamodb:PutItem'],
  'THREAD#letters-to': ['dynamodb:UpdateItem'],
  TOKEN: ['dynamodb:GetItem', 'dynamodb:PutItem'],
  SUPPRESSED: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
  LIMIT: ['dynamodb:UpdateItem'],
  AWAITED: ['dynamodb:GetItem', 'dynamodb:PutItem'],
  PROVIDER: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
};
type Kind = keyof typeof KINDS;

/**
 * What the channels must remember between two messages, each item for a while only: conversations not yet submitted,
 * which mail belongs to which complaint, access tokens, addresses that refuse mail, and counts of requests. Nobody gets
 * at it but through the grants below.
 */
export class CorrespondenceTable extends Construct {
  readonly table: ITable;
  readonly encryptionKey: Key;

  constructor(scope: Construct, id: string, restored: RestoredTable | undefined) {
    super(scope, id);
    this.encryptionKey = new Key(this, 'Key', {
      enableKeyRotation: true,
      description: 'Conversations with complainants',
    });
    const own = storedTable(this, this.encryptionKey, { partition: 'key', timeToLiveAttribute: 'expiresAt' });
    // Sparse: only what somebody must come back to.
    own.addGlobalSecondaryIndex({
      indexName: 'due',
      partitionKey: { name: 'duePk', type: AttributeType.STRING },
      sortKey: { name: 'dueAt', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.table = tableAtWork(this, { own, encryptionKey: this.encryptionKey, restored });
  }

  /** Lets `user` do what is done with items of those kinds, one at a time, and with no others. */
  usableBy(user: ServiceFunction, ...kinds: readonly Kind[]): void {
    const resources = [this.table.tableArn];
    for (const kind of kinds) {
      const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${kind}#*`] } };
      user.addToRolePolicy(new PolicyStatement({ actions: KINDS[kind], resources, conditions }));
    }
    allowEncrypting(this.encryptionKey, user);
    user.addEnvironment('CORRESPONDENCE_TABLE_NAME', this.table.tableName);
  }

  /** Lets `sweeper` also find those that are due. */
  sweepableBy(sweeper: ServiceFunction): void {
    const resources = [`${this.table.tableArn}/index/due`];
    sweeper.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources }));
  }
}
