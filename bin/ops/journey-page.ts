import { moment } from '../../domain/notices/date-words.ts';
import type { Attempt } from '../../domain/notices/delivery/attempt.ts';
import type { Organ } from '../../domain/organs.ts';
import type { Delivery } from '../../usecases/notices/delivery/delivery.ts';
import type { Way } from '../../usecases/operations/find-complaint.ts';

const STATES: Readonly<Record<Delivery['state'], string>> = {
  waiting: '等待发送',
  sending: '正在发送',
  sent: '已发送',
  delivered: '已送达',
  unconfirmed: '已发送，72小时内未退回',
  failed: '无法送达',
  expired: '无法送达：发送通道没有恢复',
  uncertain: '不知是否送达',
  needless: '已不必发送',
};

/** 一件来信的经过, for ops: times, kinds and ids. */
export function journeyPage(way: Way, organs: readonly Organ[]): string[] {
  const nameOf = (id: string): string => organs.find((organ) => organ.id === id)?.name ?? id;
  return [
    `${way.receipt}`,
    `收到：${receivedLine(way)}`,
    `排队：${queuedLine(way)}`,
    `办理：${handledLine(way, nameOf)}`,
    ...way.events.map(({ seq, at, what, by }) => `  ${seq}. ${moment(at)} ${what}（${byWhom(by, nameOf)}）`),
    `通知：${way.notices.length}条`,
    ...way.notices.map(
      ({ notice, delivery, kept }) => `  ${moment(notice.at)} ${notice.id}：${deliveryLine(delivery)}；留存${kept}份`,
    ),
  ];
}

function receivedLine({ received }: Way): string {
  if (!received) return '保险库中没有（已依规删除，或者从未收到）';
  const { receivedAt, channel, partner, flags, follows } = received;
  return [
    `${moment(receivedAt)}，渠道 ${channel}${partner === undefined ? '' : `（${partner}）`}`,
    ...(follows ? [`跟在 ${follows.to} 之后（${follows.as}）`] : []),
    ...(flags.length > 0 ? [`标记 ${flags.join('、')}`] : []),
  ].join('，');
}

function queuedLine({ deadLetters, handledIn }: Way): string {
  if (deadLetters.length > 0) return `有死信：${deadLetters.join('、')}`;
  return handledIn ? '已处理' : '尚未立案：在队列中，或者已丢失，见 npm run ops -- replay';
}

function handledLine({ handledIn }: Way, nameOf: (id: string) => string): string {
  if (!handledIn) return '没有事项';
  const { id, status, lead, joinedTo } = handledIn;
  return `事项 ${id}，${status}，主办 ${nameOf(lead)}${joinedTo === undefined ? '' : `，已并入 ${joinedTo}`}`;
}

const byWhom = (by: string, nameOf: (id: string) => string): string => (by === 'system' ? '系统' : nameOf(by));

/** Where each attempt went, by organ and role, and how it ended; no address. */
function deliveryLine({ state, attempts }: Delivery): string {
  const tried = attempts.map(({ transport, recipient, result, reason }: Attempt) =>
    [transport, recipient, result, reason].filter(Boolean).join(' '),
  );
  return [STATES[state], ...tried].join('；');
}
