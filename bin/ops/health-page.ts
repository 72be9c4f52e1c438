import type { Instant } from '../../domain/calendar/day.ts';
import { moment } from '../../domain/notices/date-words.ts';
import { type Health, type Hurt, MOST_COUNTED } from '../../usecases/operations/health.ts';
import { isDeadLetters } from '../../usecases/operations/queues.ts';
import type { OpsStack } from './connect.ts';

/** 系统状况, one page. */
export function healthPage(health: Health, hurts: readonly Hurt[], { config, now }: Pick<OpsStack, 'config' | 'now'>) {
  const { queues } = health;
  const { name, id } = config.settings;
  return [
    `${name}（${id}）系统状况，${moment(now)}（北京时间）`,
    '',
    '工作队列',
    ...queues.filter((queue) => !isDeadLetters(queue.name)).map(queueLine),
    '死信队列',
    ...deadLetterLines(queues),
    '办理与通知',
    ...progressLines(health),
    '监测',
    ...watchedLines(health.watched),
    '',
    ...(hurts.length === 0 ? ['一切正常'] : ['需要处理', ...hurts.map((hurt) => hurtLine(hurt, id))]),
  ];
}

function queueLine({ name, waiting, inFlight, oldestSeconds }: Health['queues'][number]): string {
  const oldest = oldestSeconds === undefined ? '' : `，最久等待${spanOf(oldestSeconds)}`;
  return `  ${name}：待处理${waiting}条，处理中${inFlight}条${oldest}`;
}

function deadLetterLines(queues: Health['queues']): string[] {
  const full = queues.filter(({ name, waiting, inFlight }) => isDeadLetters(name) && waiting + inFlight > 0);
  return full.length === 0 ? ['  无'] : full.map(queueLine);
}

const least = (count: number): string => (count >= MOST_COUNTED ? `至少${count}` : String(count));
const since = (at: Instant | undefined): string => (at === undefined ? '' : `，最早的为${moment(at)}`);

const progressLines = ({ due, waitingNotices, lastSealedDay }: Health): string[] => [
  `  到期待扫描：${least(due.count)}件${since(due.since)}`,
  `  等待发送通道的通知：${waitingNotices.count}条${since(waitingNotices.oldestAt)}`,
  `  最近封存：${lastSealedDay ?? '尚无'}`,
];

function watchedLines(watched: Health['watched']): string[] {
  if (!watched) return ['  本机环境没有CloudWatch：不知道等待时长、数据流延迟、最近一次扫描和告警'];
  const { behindSeconds, lastSweep, undelivered, ringing } = watched;
  const late = Object.entries(behindSeconds).map(([reader, seconds]) => {
    const by = seconds === undefined ? '近15分钟没有记录' : `延迟${spanOf(seconds)}`;
    return `  数据流 ${reader}：${by}`;
  });
  return [
    ...late,
    `  最近一次扫描：${lastSweep === undefined ? '近一小时没有' : moment(lastSweep)}`,
    `  近一日无法送达的通知：${undelivered ?? 0}条`,
    `  正在告警：${ringing.length === 0 ? '无' : ringing.join('、')}`,
  ];
}

const hurtLine = ({ heading, figure }: Hurt, province: string): string => {
  const mend = isDeadLetters(heading) ? `；npm run ops -- dead-letters list ${heading} --province ${province}` : '';
  return `  ✗ ${heading}${figure === undefined ? '' : `（${Math.round(figure)}）`}：见 docs/runbook.md#${heading}${mend}`;
};

function spanOf(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)}秒`;
  return seconds < 3_600 ? `${Math.round(seconds / 60)}分钟` : `${Math.round(seconds / 360) / 10}小时`;
}
