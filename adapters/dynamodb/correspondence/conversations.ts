import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../../domain/calendar/day.ts';
import {
  type Conversation,
  dueAt,
  isEmpty,
  NO_CONVERSATION,
  type Sender,
} from '../../../domain/conversation/conversation.ts';
import type { SubmitDraftsDeps } from '../../../usecases/intake/submit-drafts.ts';
import { sha256 } from '../../digest.ts';
import { readDue } from '../cases/due-index.ts';
import { ifVersion, isDone } from '../conditional.ts';
import { ConversationItem } from './conversation-item.ts';

/** A year after their last message somebody is a stranger again; their complaints stay. */
const REMEMBERED_SECONDS = 365 * 86_400;
const DUE = 'DUE#CONVERSATION';

/**
 * One item for each sender in the correspondence table, under the hash of who they are. The index names only those with
 * something to submit.
 */
export function dynamoConversations(
  client: DynamoDBDocumentClient,
  tableName: string,
): SubmitDraftsDeps['conversations'] {
  const get = async (key: string) =>
    (await client.send(new GetCommand({ TableName: tableName, Key: { key }, ConsistentRead: true }))).Item;

  const due = async (limit: number, until?: Instant) => {
    const items = await readDue(client, tableName, { partition: DUE, limit, until });
    return items.map((item) => ({ key: String(item.key), dueAt: String(item.dueAt) }));
  };

  /** Writes unless the stored version is another one. */
  const write = async (Key: { key: string }, version: number, item?: Record<string, unknown>) => {
    const guard = { TableName: tableName, ...ifVersion(version) };
    return await isDone(
      item
        ? client.send(new PutCommand({ ...guard, Item: { ...Key, ...item } }))
        : client.send(new DeleteCommand({ ...guard, Key })),
    );
  };

  return {
    async load(sender) {
      const found = await get(keyOf(sender));
      if (!found) return { state: NO_CONVERSATION, version: 0 };
      const { version, ...state } = ConversationItem.parse(found);
      return { state, version };
    },
    async save(sender, state, version, now) {
      const key = { key: keyOf(sender) };
      if (isEmpty(state)) return version === 0 || write(key, version);
      return write(key, version, itemOf(sender, state, version, now));
    },
    async dueBy(now, limit) {
      const items = await Promise.all((await due(limit, now)).map(({ key }) => get(key)));
      // Whose they are, and no more: one that cannot be read is not to hold up the others.
      return items.flatMap((item) => (item ? ConversationItem.shape.sender.parse(item.sender) : []));
    },
    earliest: async () => (await due(1))[0]?.dueAt,
  };
}

function itemOf(sender: Sender, state: Conversation, version: number, now: Instant) {
  const { draft, closed, submitted, answered, left } = state;
  const at = dueAt(state);
  return {
    sender,
    draft,
    closed,
    submitted,
    answered,
    left,
    // A conversation that is forgotten and begins anew must not meet the numbers of the old one.
    version: version === 0 ? Date.parse(now) : version + 1,
    expiresAt: Math.ceil(Date.parse(now) / 1000) + REMEMBERED_SECONDS,
    ...(at && { duePk: DUE, dueAt: at }),
  };
}

const keyOf = ({ channel, app, user }: Sender): string => `CONVERSATION#${sha256([channel, app, user].join('\n'))}`;
