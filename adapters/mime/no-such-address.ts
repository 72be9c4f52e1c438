import { anyOf } from './reply-texts.ts';

/** Said of the address, not of the host or the letter. */
export const NO_SUCH_ADDRESS = anyOf('', [
  '\\b5\\.1\\.\\d|\\b5\\.2\\.1\\b|\\b(?:no such|unknown) (?:user|mailbox|address|recipient)|unrouteable address',
  '(?:user|mailbox|recipient|address|account).{0,40}(?:unknown|not exist|n.t exist|not found|unavailable|invalid)',
  '(?:用户|收件人|邮箱|邮件地址|帐号|账号|账户).{0,12}(?:不存在|未找到|找不到|无效)',
]);
