import { readEnv } from '../shared/env.ts';
import { wiredConversation } from '../shared/wired-conversation.ts';
import { WecomAccount } from './account.ts';
import { createHandler } from './handler.ts';

const { WECOM_SECRET_NAME } = readEnv('WECOM_SECRET_NAME');

export const handler = createHandler(wiredConversation(import.meta.dirname, WECOM_SECRET_NAME, WecomAccount));
