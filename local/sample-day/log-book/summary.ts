import { statusTextOf } from '../../../domain/case/status-text.ts';
import { moment } from '../../../domain/notices/date-words.ts';
import type { LocalStack } from '../../local-stack.ts';
import type { Journal } from '../journal.ts';
import type { Told } from './notices.ts';
import { padTo } from './text-width.ts';
import { rule } from './words.ts';

/** What it came to, and where to look on. */
export async function summaryLines(stack: LocalStack, journal: Journal, told: readonly Told[]): Promise<string[]> {
  const { complaints, cases, deadLetters } = await stack.state();
  const statuses = [...Map.groupBy(journal.statuses, (status) => status)];
  return [
    '',
    rule('小结'),
    `信访件 ${complaints}件（其中后续来信 ${journal.later.length}件，都转到原件），信访事项 ${cases}件；再次收到 ${journal.repeats.length}次，都认出是同一件`,
    `现状  ${statuses.map(([status, those]) => `${statusTextOf({ status })} ${those.length}件`).join('；')}`,
    ...countLines(told),
    `未能处理的消息（死信） ${deadLetters}`,
    '',
    `模拟时钟停在 ${moment(stack.now())}（北京时间），从这里继续走`,
    `发件箱 ${stack.url}/_local/    状态 ${stack.url}/_local/state    拨快时钟 POST ${stack.url}/_local/clock`,
  ];
}

/** How many notices went out, by kind and transport. */
function countLines(told: readonly Told[]): string[] {
  const row = (...cells: readonly string[]) =>
    cells
      .map((cell) => padTo(cell, 12))
      .join('')
      .trimEnd();
  const rowOf = (kind: string, those: readonly Told[]) => {
    const count = (transport: string) => String(those.filter(({ sent }) => sent.transport === transport).length);
    return row(`  ${kind}`, count('email'), count('sms'), count('wechat'));
  };
  const kinds = [...Map.groupBy(told, ({ kind }) => kind)];
  return [
    row('通知', '邮件', '短信', '微信'),
    ...kinds.map(([kind, those]) => rowOf(kind, those)),
    rowOf('合计', told),
  ];
}
