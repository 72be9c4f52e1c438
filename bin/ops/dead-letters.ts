import { setTimeout as delay } from 'node:timers/promises';
import { sqsLetterBox } from '../../adapters/sqs/letter-box.ts';
import { depthsOf, queuesOf } from '../../adapters/sqs/queue-depths.ts';
import { moment } from '../../domain/notices/date-words.ts';
import { DEAD_LETTER_QUEUES, isDeadLetters } from '../../usecases/operations/queues.ts';
import { aboutOf, orderOf, whyNoDeadLetters } from '../../usecases/operations/redeliver-dead-letter.ts';
import { type DeadLetter, purge, redrive } from '../../usecases/operations/redrive.ts';
import { APPLY_OPTIONS, DRY_RUN, record, text, whyNotApplied } from './apply-options.ts';
import type { Asked, OpsCommand, Outcome } from './command.ts';
import type { OpsStack } from './connect.ts';
import { handingOver } from './redelivery.ts';
import { proofIn } from './removal-log.ts';

const MOST_SHOWN = 200;
/** Others may come as long as this much of the ten minutes in hand is left. */
const MOST_IN_HAND = 100;
const HAND_SECONDS = 300;

export const deadLettersList: OpsCommand = {
  takes: '[QUEUE]',
  does: [
    'tells what lies among the dead letters: since when, why, and about which receipt, notice or file; 1 where there are any',
    '列出死信：何时进入、为何进入、关于哪一件来信、通知或文件，不显示内容；有死信时返回1',
  ],
  positionals: [0, 1],
  faultIn: ({ positionals: [queue] }) => queue && whyNoDeadLetters(queue, DEAD_LETTER_QUEUES),
  async run({ positionals: [asked] }, { sqs, config }) {
    const urls = [...(await queuesOf(sqs, config.settings.id))].filter(([name]) => isDeadLetters(name));
    const wanted = urls.filter(([name]) => asked === undefined || name === asked);
    const found = await Promise.all(
      wanted.map(async ([queue, url]) => {
        const letters = await sqsLetterBox(sqs, url).look(MOST_SHOWN);
        const [depth] = await depthsOf(sqs, new Map([[queue, url]]));
        return { queue, letters, count: Math.max(letters.length, depth!.waiting) };
      }),
    );
    const full = found.filter(({ letters }) => letters.length > 0);
    const lines = full.flatMap(({ queue, letters, count }) => [
      `${queue}：${count}条${shownOf(letters, count)}`,
      ...letters.map(letterLine),
    ]);
    const json = full.flatMap(({ queue, letters }) => letters.map((letter) => ({ queue, ...shown(letter) })));
    return { lines: lines.length === 0 ? ['没有死信'] : lines, json, failed: full.length > 0 };
  },
};

const shown = (letter: DeadLetter) => ({
  id: letter.id,
  sentAt: letter.sentAt,
  reason: letter.reason,
  about: aboutOf(letter),
});

const letterLine = (letter: DeadLetter): string =>
  `  ${letter.id} ${moment(letter.sentAt)} ${letter.reason ?? '处理五次仍失败'}：${aboutOf(letter)}`;

const WORKING = { ...APPLY_OPTIONS, proof: { type: 'string' } } as const;

function whyNotWorked(asked: Asked): string | undefined {
  const [queue = ''] = asked.positionals;
  const isUnproven = asked.values.apply === true && text(asked.values.proof) === '';
  return (
    whyNoDeadLetters(queue, DEAD_LETTER_QUEUES) ??
    whyNotApplied(asked) ??
    (isUnproven ? '--apply needs --proof FILE' : undefined)
  );
}

export const deadLettersRedrive: OpsCommand = {
  takes: `QUEUE [--rate 5] [--most N] [--apply --reason TEXT --proof FILE [--by NAME]]`,
  does: [
    'sends dead letters again, so many a second, one at a time: to their queue, or to the function that reads the stream; run again after an interruption, it goes on',
    '把死信重新送出，每秒若干条，逐条进行：送回原队列，或者交给读取数据流的函数；中断后再次运行即可继续',
  ],
  options: { ...WORKING, rate: { type: 'string' }, most: { type: 'string' } },
  positionals: [1, 1],
  faultIn: (asked) => whyNotWorked(asked) ?? whyNotCounted(asked),
  async run(asked, stack) {
    const [queue = ''] = asked.positionals;
    const { box, url } = await boxOf(queue, stack);
    const [depth] = await depthsOf(stack.sqs, new Map([[queue, url]]));
    if (asked.values.apply !== true) return { lines: [`${queue}：约${depth!.waiting}条可以重新送出`, DRY_RUN] };
    await record(asked, { command: 'dead-letters redrive', to: queue }, stack);
    const rate = Number(asked.values.rate ?? 5);
    const prove = proofIn(text(asked.values.proof), queue);
    const order = {
      // One that fails at once comes back under another id: who counts ends all the same.
      most: Number(asked.values.most ?? depth!.waiting),
      before: new Date().toISOString(),
      inHand: Math.max(1, Math.min(MOST_IN_HAND, Math.floor(rate * HAND_SECONDS))),
    };
    const pause = () => delay(1_000 / rate);
    const told = await redrive(order, { box, handOver: handingOver(queue, stack), orderOf, pause, prove });
    return { ...toldOf(told, text(asked.values.proof)), json: told };
  },
};

function whyNotCounted({ values: { rate = '5', most = '1' } }: Asked): string | undefined {
  if (!(Number(rate) > 0 && Number(rate) <= 100)) return `--rate ${rate}: a second, more than 0, at most 100`;
  return Number.isInteger(Number(most)) && Number(most) > 0 ? undefined : `--most ${most}: a whole number above 0`;
}

function toldOf({ handedOver, kept }: Awaited<ReturnType<typeof redrive>>, proof: string): Outcome {
  const lines = [`已重新送出${handedOver}条，留下${kept}条；逐条记录在 ${proof}`];
  return { lines, failed: kept > 0 };
}

export const deadLettersPurge: OpsCommand = {
  takes: `QUEUE [--id MESSAGE]... [--apply --reason TEXT --proof FILE [--by NAME]]`,
  does: [
    'removes dead letters for good: those named, or all that are there; what each was about stays in the proof file',
    '永久删除死信：指定的几条，或者现有的全部；每一条关于什么，留在记录文件里',
  ],
  options: { ...WORKING, id: { type: 'string', multiple: true } },
  positionals: [1, 1],
  faultIn: whyNotWorked,
  async run(asked, stack) {
    const [queue = ''] = asked.positionals;
    const { box, url } = await boxOf(queue, stack);
    const ids = asked.values.id as readonly string[] | undefined;
    if (asked.values.apply !== true) {
      const letters = (await box.look(MOST_SHOWN)).filter(({ id }) => ids === undefined || ids.includes(id));
      const [depth] = await depthsOf(stack.sqs, new Map([[queue, url]]));
      const count = ids?.length ?? Math.max(letters.length, depth!.waiting);
      return { lines: [...letters.map(letterLine), `${count}条将被永久删除${shownOf(letters, count)}`, DRY_RUN] };
    }
    await record(asked, { command: 'dead-letters purge', to: queue }, stack);
    const prove = proofIn(text(asked.values.proof), queue);
    const before = new Date().toISOString();
    const purged = await purge({ ids, before, inHand: MOST_IN_HAND }, { box, prove });
    const failed = purged < (ids?.length ?? 0);
    const missed = failed ? [`有${ids!.length - purged}条没有找到：编号不对，或者正在别处处理，十分钟后再试`] : [];
    return {
      lines: [`已删除${purged}条；逐条记录在 ${text(asked.values.proof)}`, ...missed],
      json: { purged },
      failed,
    };
  },
};

/** How many of them the page shows, where that is not all. */
const shownOf = ({ length }: readonly DeadLetter[], count: number): string =>
  length < count ? `（只列出${length}条）` : '';

async function boxOf(queue: string, { sqs, config }: OpsStack) {
  const url = (await queuesOf(sqs, config.settings.id)).get(queue);
  if (url === undefined) throw new Error(`the province has no queue ${queue}`);
  return { url, box: sqsLetterBox(sqs, url) };
}
