import { type ITable, StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { RestoredTable } from '../../config/schemas/restored-tables.ts';
import { allowDecrypting, allowEncrypting } from '../key-use.ts';
import type { ServiceFunction } from '../service-function.ts';
import { storedTable, tableAtWork } from './stored-table.ts';

/** What may be read of a complaint, by purpose. A read must name its attributes, and none beyond its list. */
const READABLE = {
  complaint: [
    'receipt',
    'channel',
    'text',
    'quoted',
    'address',
    'division',
    'location',
    'target',
    'occurredAt',
    'sideRemarks',
    'anonymous',
    'attachments',
    'flags',
    'acknowledge',
    'inspection',
    'order',
    'follows',
    'partner',
    'enteredBy',
    'receivedAt',
  ],
  contact: ['receipt', 'contact', 'channel', 'queryCode', 'messageId', 'follows', 'order'],
  sender: ['receipt', 'channel', 'anonymous', 'contact'],
  origin: ['receipt', 'receivedAt', 'anonymous', 'contact'],
  media: ['receipt', 'channel', 'attachments'],
  enclosures: ['receipt', 'attachments', 'follows'],
  existence: ['receipt'],
  way: ['receipt', 'channel', 'receivedAt', 'flags', 'partner', 'follows'],
  query: ['receipt', 'queryCode', 'receivedAt', 'answerBy', 'follows'],
} as const;

/**
 * Where the complaints lie as they came: everything personal, under a key of its own. Nobody gets at it but through the
 * grants below.
 */
export class VaultTable extends Construct {
  readonly table: ITable;
  private readonly key: Key;

  constructor(scope: Construct, id: string, restored: RestoredTable | undefined) {
    super(scope, id);
    this.key = new Key(this, 'Key', { enableKeyRotation: true, description: 'Identities and words of complainants' });
    const own = storedTable(this, this.key, {
      partition: 'receipt',
      // Keys only: what wakes up on it learns that a complaint came, not what it says.
      stream: StreamViewType.KEYS_ONLY,
      timeToLiveAttribute: 'expiresAt',
    });
    this.table = tableAtWork(this, { own, encryptionKey: this.key, restored });
  }

  /**
   * Lets `writer` put complaints in. A conditional put gives back what is there already, which needs no right to read.
   */
  fillableBy(writer: ServiceFunction): void {
    writer.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:PutItem'], resources: [this.table.tableArn] }));
    allowEncrypting(this.key, writer);
    this.tellAddressTo(writer);
  }

  /** Lets `reader` read one complaint at a time, for that purpose only. */
  readableBy(reader: ServiceFunction, purpose: keyof typeof READABLE): void {
    this.allowReading(reader, purpose, ['dynamodb:GetItem']);
  }

  /** Lets `reader` see which way every complaint has come: no word of it, and nobody's name. */
  waysReadableBy(reader: ServiceFunction): void {
    this.allowReading(reader, 'way', ['dynamodb:GetItem', 'dynamodb:Scan']);
  }

  private allowReading(reader: ServiceFunction, purpose: keyof typeof READABLE, actions: string[]): void {
    const conditions = {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': [...READABLE[purpose]] },
      StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      // ForAllValues holds for an absent key as well.
      Null: { 'dynamodb:Attributes': 'false' },
    };
    const resources = [this.table.tableArn];
    reader.addToRolePolicy(new PolicyStatement({ actions, resources, conditions }));
    allowDecrypting(this.key, reader);
    this.tellAddressTo(reader);
  }

  /** Lets `writer` note on a complaint's attachments where they are kept now, and touch nothing else of it. */
  attachmentsWritableBy(writer: ServiceFunction): void {
    const conditions = {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['receipt', 'attachments'] },
      StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' },
      Null: { 'dynamodb:Attributes': 'false' },
    };
    const resources = [this.table.tableArn];
    writer.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:UpdateItem'], resources, conditions }));
    allowEncrypting(this.key, writer);
    this.tellAddressTo(writer);
  }

  private tellAddressTo(user: ServiceFunction): void {
    user.addEnvironment('VAULT_TABLE_NAME', this.table.tableName);
  }
}
