import { setTimeout as delay } from 'node:timers/promises';
import { lambdaSources } from '../../adapters/lambda/functions.ts';
import { depthsOf, queuesOf } from '../../adapters/sqs/queue-depths.ts';
import { addHours } from '../../domain/calendar/day.ts';
import { moment } from '../../domain/notices/date-words.ts';
import { drained, FED_BY, STREAM_HOURS } from '../../usecases/operations/drain.ts';
import { WORK_QUEUES } from '../../usecases/operations/queues.ts';
import { APPLY_OPTIONS, DRY_RUN, record, TAKES_APPLY, whyNotApplied } from './apply-options.ts';
import type { Asked, OpsCommand, Outcome } from './command.ts';
import type { OpsStack } from './connect.ts';

export const drainCommand: OpsCommand = {
  takes: `[QUEUE]... [--minutes 15] | QUEUE --stop|--start ${TAKES_APPLY}`,
  does: [
    'waits until the queues hold nothing, 1 where they still do; --stop keeps new work from register, notices and urgent-notices for a day at most, in the stream, --start lets it in again',
    '等待队列排空，届时仍未排空的返回1；--stop 让新工作暂留在数据流里（最多一天），适用于 register、notices、urgent-notices，--start 恢复',
  ],
  options: { ...APPLY_OPTIONS, stop: { type: 'boolean' }, start: { type: 'boolean' }, minutes: { type: 'string' } },
  positionals: [0, WORK_QUEUES.length],
  faultIn: (asked) => whyNotDrained(asked) ?? whyNotApplied(asked),
  async run(asked, stack) {
    const { stop, start } = asked.values;
    if (stop === true || start === true) return await setIntake(asked.positionals[0]!, start === true, asked, stack);
    return await waitUntilEmpty(asked, stack);
  },
};

function whyNotDrained({ values, positionals }: Asked): string | undefined {
  const { stop, start, apply, minutes = '15' } = values;
  const unknown = positionals.find((name) => !(WORK_QUEUES as readonly string[]).includes(name));
  if (unknown !== undefined) return `${unknown} is none of ${WORK_QUEUES.join(', ')}`;
  if (!(Number(minutes) > 0)) return `--minutes ${minutes}: a number above 0`;
  if (stop !== true && start !== true) return apply === true ? '--apply goes with --stop or --start' : undefined;
  if (stop === start || positionals.length !== 1) return 'one queue, and either --stop or --start';
  const [queue = ''] = positionals;
  return queue in FED_BY ? undefined : `${queue} is fed by people or by S3: what they bring could wait nowhere`;
}

async function waitUntilEmpty({ values, positionals }: Asked, { sqs, config }: OpsStack): Promise<Outcome> {
  const queues = positionals.length > 0 ? positionals : [...WORK_QUEUES];
  const urls = await queuesOf(sqs, config.settings.id);
  const until = Date.now() + Number(values.minutes ?? 15) * 60_000;
  const left = await drained(queues, {
    depths: () => depthsOf(sqs, urls),
    onLook: (full) =>
      console.error(full.map(({ name, waiting, inFlight }) => `${name} ${waiting}+${inFlight}`).join(' ') || '空'),
    async pause() {
      await delay(Math.max(0, Math.min(3_000, until - Date.now())));
      return Date.now() < until;
    },
  });
  const lines = left.map(({ name, waiting, inFlight }) => `${name}：待处理${waiting}条，处理中${inFlight}条`);
  return { lines: left.length === 0 ? ['队列已排空'] : lines, json: left, failed: left.length > 0 };
}

async function setIntake(queue: string, isOpen: boolean, asked: Asked, stack: OpsStack): Promise<Outcome> {
  if (stack.isLocal) return { lines: ['本机环境的数据流不能停'], failed: true };
  const reader = FED_BY[queue]!;
  const sources = lambdaSources(stack.ask, stack.config.settings.id);
  const found = await sources.of(reader);
  const lines = [`${queue} 由 ${reader} 供给，现为 ${found.map(({ state }) => state).join('、')}`];
  if (asked.values.apply !== true) return { lines: [...lines, DRY_RUN] };
  await record(asked, { command: isOpen ? 'drain --start' : 'drain --stop', to: queue }, stack);
  for (const { id } of found) await sources.set(id, isOpen);
  const until = moment(addHours(stack.now, STREAM_HOURS));
  return {
    lines: [...lines, isOpen ? '已恢复' : `已停止：须在${until}前恢复，否则会丢失。再运行 drain ${queue} 等待排空`],
  };
}
