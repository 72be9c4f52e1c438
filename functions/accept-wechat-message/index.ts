import { readEnv } from '../shared/env.ts';
import { wiredConversation } from '../shared/wired-conversation.ts';
import { WechatAccount } from './account.ts';
import { createHandler } from './handler.ts';

const { WECHAT_SECRET_NAME } = readEnv('WECHAT_SECRET_NAME');

export const handler = createHandler(wiredConversation(import.meta.dirname, WECHAT_SECRET_NAME, WechatAccount));
