import type { Account, TableFacts } from './account.ts';
import type { Context } from './conditions.ts';
import type { Call } from './policy.ts';

type Value = { readonly S?: string; readonly N?: string };
type Item = Readonly<Record<string, Value>>;

/** A request, or one part of a transaction, as far as rights go by it. */
interface Request {
  readonly TableName: string;
  readonly IndexName?: string;
  readonly Key?: Item;
  readonly Keys?: readonly Item[];
  readonly Item?: Item;
  readonly KeyConditionExpression?: string;
  readonly ProjectionExpression?: string;
  readonly FilterExpression?: string;
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
  readonly Select?: string;
  readonly ReturnValues?: string;
}

const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'ConditionCheckItem'];

/** A table that a request may have changed. */
export interface Written {
  readonly tableArn: string;
  /** What was put there; undefined where nobody can tell from the request what stands there now. */
  readonly item: Item | undefined;
}

/** What a request to DynamoDB writes, if anything. */
export const writtenBy = (operation: string, body: string, account: Account): readonly Written[] =>
  partsOf(operation, JSON.parse(body))
    .filter(([action]) => !READS.includes(action))
    .map(([, { TableName, Item: item }]) => ({ tableArn: account.tables[TableName]!.arn, item }));

/** What a request to DynamoDB needs: the right to the table, and to its key in the caller's name. */
export function dynamoDbCalls(operation: string, body: string, account: Account): Call[] {
  return partsOf(operation, JSON.parse(body)).flatMap(([action, request]) => {
    const table = account.tables[request.TableName];
    if (!table) throw new Error(`no table ${request.TableName} is in the template`);
    const resource = request.IndexName ? `${table.arn}/index/${request.IndexName}` : table.arn;
    const call = { action: `dynamodb:${action}`, resource, context: contextOf(request, table) };
    const keyActions = READS.includes(action) ? ['kms:Decrypt'] : ['kms:Decrypt', 'kms:Encrypt'];
    const { keyArn } = table;
    return [call, ...(keyArn ? keyActions.map((one) => ({ action: one, resource: keyArn, context: {} })) : [])];
  });
}

/** A transaction is allowed as what it is made of, and a batch table by table. */
function partsOf(operation: string, request: Record<string, unknown>): (readonly [string, Request])[] {
  if (operation.startsWith('Transact'))
    return (request.TransactItems as Record<string, Request>[]).flatMap((item) =>
      Object.entries(item).map(([kind, part]) => [ACTIONS[kind] ?? kind, part] as const),
    );
  if (operation === 'BatchGetItem')
    return Object.entries(request.RequestItems as Record<string, Omit<Request, 'TableName'>>).map(
      ([TableName, part]) => [operation, { TableName, ...part }] as const,
    );
  return [[operation, request as unknown as Request]];
}

const ACTIONS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  Get: 'GetItem',
  ConditionCheck: 'ConditionCheckItem',
};

function contextOf(request: Request, { partitionKeys }: TableFacts): Context {
  const partitionKey = partitionKeys[request.IndexName ?? '']!;
  const keys = [request.Key, request.Item, ...(request.Keys ?? [])].flatMap((one) => one?.[partitionKey] ?? []);
  const leading = [...keys, ...queriedKey(request, partitionKey)].map(({ S, N }) => S ?? N ?? '');
  return {
    'dynamodb:LeadingKeys': leading.length > 0 ? leading : undefined,
    'dynamodb:Attributes': attributesOf(request),
    'dynamodb:Select': request.Select ? [request.Select] : selectOf(request),
    'dynamodb:ReturnValues': request.ReturnValues ? [request.ReturnValues] : undefined,
  };
}

const selectOf = ({ KeyConditionExpression, ProjectionExpression }: Request): string[] | undefined =>
  KeyConditionExpression === undefined ? undefined : [ProjectionExpression ? 'SPECIFIC_ATTRIBUTES' : 'ALL_ATTRIBUTES'];

function queriedKey({ KeyConditionExpression = '', ...request }: Request, partitionKey: string): Value[] {
  const equalities = [...KeyConditionExpression.matchAll(/([#\w]+)\s*=\s*(:\w+)/g)];
  return equalities
    .filter(([, name = '']) => (request.ExpressionAttributeNames?.[name] ?? name) === partitionKey)
    .flatMap(([, , value = '']) => request.ExpressionAttributeValues?.[value] ?? []);
}

/**
 * Every attribute that the request names; undefined for one that reads whole items, of which IAM sees no attributes.
 * Names within a map or list do not count, only the attribute that holds it.
 */
function attributesOf(request: Request): string[] | undefined {
  const { Item, Key, ProjectionExpression, UpdateExpression, ConditionExpression, FilterExpression } = request;
  if (!Item && !UpdateExpression && !ProjectionExpression) return undefined;
  const expressions = [ProjectionExpression, UpdateExpression, ConditionExpression, FilterExpression];
  const named = expressions.flatMap((expression = '') => namesIn(expression, request.ExpressionAttributeNames));
  return [...new Set([...Object.keys(Item ?? Key ?? {}), ...named])];
}

const WORDS = /^(SET|REMOVE|ADD|DELETE|AND|OR|NOT|IN|BETWEEN|size|contains|begins_with|(attribute|if|list)_\w+)$/i;

function namesIn(expression: string, names: Readonly<Record<string, string>> = {}): string[] {
  const words = expression.match(/(?<![\w:.#\]])[#A-Za-z_]\w*/g) ?? [];
  return words.filter((word) => !WORDS.test(word)).map((word) => names[word] ?? word);
}
