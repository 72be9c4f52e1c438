import {
  type Conversation,
  dueAt,
  isEmpty,
  NO_CONVERSATION,
  type Sender,
} from '../../domain/conversation/conversation.ts';
import type { SubmitDraftsDeps } from '../../usecases/intake/submit-drafts.ts';

/** Conversations that are forgotten when the process ends. For tests. */
export function memoryConversations() {
  const items = new Map<string, { sender: Sender; state: Conversation; version: number }>();
  const keyOf = ({ channel, app, user }: Sender): string => [channel, app, user].join('\n');
  const due = () =>
    [...items.values()]
      .flatMap(({ sender, state }) => ({ sender, at: dueAt(state) }))
      .filter((one): one is { sender: Sender; at: string } => one.at !== undefined)
      .toSorted((one, other) => one.at.localeCompare(other.at));
  const conversations: SubmitDraftsDeps['conversations'] = {
    load: async (sender) => items.get(keyOf(sender)) ?? { state: NO_CONVERSATION, version: 0 },
    async save(sender, state, version) {
      if ((items.get(keyOf(sender))?.version ?? 0) !== version) return false;
      if (isEmpty(state)) items.delete(keyOf(sender));
      else items.set(keyOf(sender), { sender, state, version: version + 1 });
      return true;
    },
    dueBy: async (now, limit) =>
      due()
        .filter(({ at }) => at <= now)
        .slice(0, limit)
        .map(({ sender }) => sender),
    earliest: async () => due()[0]?.at,
  };
  return { ...conversations, all: (): Conversation[] => [...items.values()].map(({ state }) => state) };
}
