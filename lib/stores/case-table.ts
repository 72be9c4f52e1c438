import { AttributeType, type ITable, ProjectionType, StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { RestoredTable } from '../../config/schemas/restored-tables.ts';
import { allowDecrypting, allowEncrypting } from '../key-use.ts';
import type { ServiceFunction } from '../service-function.ts';
import { storedTable, tableAtWork } from './stored-table.ts';

/** An index by which cases are found. */
type Index = 'due' | 'worklist' | List;

/** The indexes of lists, and their keys: see adapters/dynamodb/cases/list-items.ts. */
const LISTS = {
  led: 'led',
  awaited: 'awaited',
  top: 'top',
  branch: 'branch',
  all: 'sk',
} as const;
type List = keyof typeof LISTS;
const LIST_NAMES = Object.keys(LISTS) as readonly List[];

/** What each of them holds of a case. */
const LISTED = [
  ...['status', 'channel', 'flags', 'classification', 'place', 'order', 'inspection', 'accused', 'officers', 'news'],
  ...['waysSent', 'receivedAt', 'led', 'leadNow', 'awaited', 'waitsFor', 'extendedTo'],
];

/** Under what is entered of each day: see adapters/dynamodb/cases/day-entries.ts. */
const DAY_ENTRIES = 'DAY#*';

/** What a notice is made of: see adapters/dynamodb/notices/deliveries.ts. */
const NOTICE_ATTRIBUTES = [
  ...['pk', 'sk', 'at', 'subject', 'claimedBy', 'claimedAt', 'state', 'attempts', 'version'],
  ...['waiting', 'duePk', 'dueAt'],
];

/**
 * Where cases, their events and their notices are kept. Nobody gets at it but through the grants below; nobody
 * deletes, and who scans sees when something happened and nothing else.
 */
export class CaseTable extends Construct {
  readonly table: ITable;
  private readonly key: Key;

  constructor(scope: Construct, id: string, { key, restored }: { key: Key; restored: RestoredTable | undefined }) {
    super(scope, id);
    this.key = key;
    const own = storedTable(this, key, { partition: 'pk', sort: 'sk', stream: StreamViewType.NEW_IMAGE });
    own.addGlobalSecondaryIndex({
      indexName: 'due' satisfies Index,
      partitionKey: { name: 'duePk', type: AttributeType.STRING },
      sortKey: { name: 'dueAt', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    own.addGlobalSecondaryIndex({
      indexName: 'worklist' satisfies Index,
      partitionKey: { name: 'lead', type: AttributeType.STRING },
      sortKey: { name: 'worklistAt', type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
    const count: unknown = this.node.tryGetContext('lists') ?? LIST_NAMES.length;
    for (const indexName of LIST_NAMES.slice(0, Number(count))) {
      own.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: LISTS[indexName], type: AttributeType.STRING },
        sortKey: { name: 'listedAt', type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: LISTED.filter((name) => name !== LISTS[indexName]),
      });
    }
    this.table = tableAtWork(this, { own, encryptionKey: key, restored });
  }

  /** Lets `reader` read lists of cases, and the cases that stand in them, many at a time. */
  listsReadableBy(reader: ServiceFunction): void {
    this.readableBy(reader, ...LIST_NAMES);
    this.manyReadableBy(reader);
  }

  /** Lets `reader`, who may read them one by one, read many items with one call. */
  manyReadableBy(reader: ServiceFunction): void {
    reader.addToRolePolicy(
      new PolicyStatement({ actions: ['dynamodb:BatchGetItem'], resources: [this.table.tableArn] }),
    );
  }

  /** Lets `writer` note who has seen which case, and nothing of the case. */
  sightsWritableBy(writer: ServiceFunction): void {
    const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['SEEN#*'] } };
    const resources = [this.table.tableArn];
    writer.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:PutItem'], resources, conditions }));
    allowEncrypting(this.key, writer);
  }

  /** Lets `reader` read cases with their events and notices, and find them by those indexes. */
  readableBy(reader: ServiceFunction, ...indexes: readonly Index[]): void {
    const { tableArn } = this.table;
    const resources = [tableArn, ...indexes.map((index) => `${tableArn}/index/${index}`)];
    reader.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:GetItem', 'dynamodb:Query'], resources }));
    allowDecrypting(this.key, reader);
    reader.addEnvironment('CASE_TABLE_NAME', this.table.tableName);
  }

  /** Lets `reader` see of every case when something happened in it, whatever the indexes know of it. */
  changesReadableBy(reader: ServiceFunction): void {
    const conditions = {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'at'] },
      StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      Null: { 'dynamodb:Attributes': 'false' },
    };
    const resources = [this.table.tableArn];
    reader.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Scan'], resources, conditions }));
    allowDecrypting(this.key, reader);
  }

  /**
   * Lets `writer` also open and change cases. Items are written whole and never deleted: the events are the audit
   * trail. What was entered of a day is out of its reach.
   */
  writableBy(writer: ServiceFunction, ...indexes: readonly Index[]): void {
    this.readableBy(writer, ...indexes);
    const conditions = { 'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': [DAY_ENTRIES] } };
    const resources = [this.table.tableArn];
    writer.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:PutItem'], resources, conditions }));
    allowEncrypting(this.key, writer);
  }

  /** Lets `reader` read what was entered of days, and no case. */
  dayEntriesReadableBy(reader: ServiceFunction): void {
    const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [DAY_ENTRIES] } };
    const resources = [this.table.tableArn];
    reader.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources, conditions }));
    allowDecrypting(this.key, reader);
    reader.addEnvironment('CASE_TABLE_NAME', this.table.tableName);
  }

  /** Lets `writer` enter under a day what was changed on it. */
  dayEntriesWritableBy(writer: ServiceFunction): void {
    const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [DAY_ENTRIES] } };
    const resources = [this.table.tableArn];
    writer.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:PutItem'], resources, conditions }));
    allowEncrypting(this.key, writer);
  }

  /** Lets `sweeper` set when a case is looked at again, whatever else is in it, and touch nothing else of it. */
  timersSettableBy(sweeper: ServiceFunction): void {
    const conditions = {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'dueAt'] },
      StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' },
      Null: { 'dynamodb:Attributes': 'false' },
    };
    const resources = [this.table.tableArn];
    sweeper.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:UpdateItem'], resources, conditions }));
  }

  /** Lets `writer` change what is gathered of incidents, and nothing of a case. */
  incidentsChangeableBy(writer: ServiceFunction): void {
    const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['INCIDENT#*'] } };
    const resources = [this.table.tableArn];
    writer.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:UpdateItem'], resources, conditions }));
    allowEncrypting(this.key, writer);
  }

  /**
   * Lets `writer` record what became of a notice, and nothing else. IAM sees no sort key, so the right is cut by
   * attribute: an item of this shape cannot be a case or an event.
   */
  noticesWritableBy(writer: ServiceFunction): void {
    const conditions = {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': NOTICE_ATTRIBUTES },
      Null: { 'dynamodb:Attributes': 'false' },
    };
    const resources = [this.table.tableArn];
    writer.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:PutItem'], resources, conditions }));
    allowEncrypting(this.key, writer);
    writer.addEnvironment('CASE_TABLE_NAME', this.table.tableName);
  }
}
