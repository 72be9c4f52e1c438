import { count } from '../shared/count.ts';
import { logInfo } from '../shared/log.ts';

/**
 * WeChat or WeCom refuses our calls until ops has done something: docs/runbook.md#access-barred says what, by the
 * reason.
 */
export function wechatBarred(reason: string): void {
  logInfo('wechat-barred', { reason, runbook: 'docs/runbook.md#access-barred' });
  count('AccessBarred');
}
