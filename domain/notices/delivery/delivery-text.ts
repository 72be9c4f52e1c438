import { addHours, type Instant } from '../../calendar/day.ts';
import type { Attempt } from './attempt.ts';
import { type DeliveryState, HOURS_TO_END } from './delivery-state.ts';

/** What became of a notice, as its delivery has it. */
export interface Course {
  readonly state: DeliveryState;
  readonly attempts: readonly Attempt[];
  /** It waits for a list, or for working hours, and not for a transport. */
  readonly waiting?: { readonly isPutBy?: true | undefined } | undefined;
}

/** 送达情况 in words. */
export function deliveryText({ state, attempts, waiting }: Course, now: Instant): string {
  if (state === 'waiting') return waitingStanding(waiting);
  if (state !== 'sent') return STANDINGS[state];
  return sentStanding(
    attempts.findLast(({ result }) => result === 'sent'),
    now,
  );
}

const STANDINGS: Readonly<Record<Exclude<DeliveryState, 'waiting' | 'sent'>, string>> = {
  sending: '正在发送',
  delivered: '已送达',
  unconfirmed: '已发出，72小时内未退回',
  needless: '未发送：不再需要',
  failed: '未送达：所有联系方式都不能送达',
  expired: '未送达：72小时内发送通道没有恢复',
  uncertain: '不能确认是否送达',
};

function waitingStanding(waiting: Course['waiting']): string {
  if (!waiting) return '待发：已排队';
  return waiting.isPutBy ? '待发：等候汇总发送' : '待发：等候发送通道恢复';
}

function sentStanding(attempt: Attempt | undefined, now: Instant): string {
  if (attempt?.receipt?.kind === 'delivered') return '已送达';
  if (attempt?.receipt?.kind === 'late') return '已发出，对方服务器尚未收下，仍在投递';
  const isSettled = attempt?.at !== undefined && addHours(attempt.at, HOURS_TO_END) <= now;
  return isSettled ? STANDINGS.unconfirmed : '已发出，尚无回执';
}

const RESULTS: Readonly<Record<Attempt['result'], string>> = {
  sent: '已发出',
  refused: '被拒收',
  busy: '通道繁忙，未发出',
  barred: '通道不可用，未发出',
  later: '对方暂不接收，未发出',
  unknown: '发送中断，不知是否送达',
  'no-address': '没有可用的联系方式',
};

/** Reasons that are our own words; others are codes of mail hosts and operators. */
const REASONS: Readonly<Record<string, string>> = {
  bounced: '邮件被退回',
  'never reached the provider': '运营商没有收到，重新发送',
  suppressed: '该地址此前退信或者拒收，不再投递',
  sandbox: '演示环境，不对外发送',
  'not-answerable': '该地址是程序的地址，不作答复',
  'too-many-to-sender': '发往同一人的回执过多',
  'too-many': '回执过多，稍后再发',
};

const RECEIPTS: Readonly<Record<NonNullable<Attempt['receipt']>['kind'], string>> = {
  late: '对方服务器延迟接收',
  delivered: '回执：已送达',
  returned: '回执：被退回',
};

/** What became of one attempt, with the reason: a word, or the code that the other side gave. */
export function attemptText({ result, reason, receipt }: Attempt): string {
  if (receipt?.kind === 'delivered') return RECEIPTS.delivered;
  const what = receipt ? RECEIPTS[receipt.kind] : RESULTS[result];
  if (reason === undefined) return what;
  return `${what}（${Object.hasOwn(REASONS, reason) ? REASONS[reason] : `代码：${reason}`}）`;
}
