import { dynamoCaseIds } from '../../adapters/dynamodb/cases/lists.ts';
import { ENDED } from '../../domain/lists/listing.ts';
import { deadline } from '../../domain/notices/date-words.ts';
import { driveRecompute, type PartDone, partsOf } from '../../usecases/operations/drive-recompute.ts';
import { APPLY_OPTIONS, DRY_RUN, record, text, whyNotApplied } from './apply-options.ts';
import type { Asked, OpsCommand } from './command.ts';
import { type OpsStack, rosterOf } from './connect.ts';
import { openWork, type Work } from './resumable-work.ts';

const MOST_SHOWN = 50;

export const recomputeCommand: OpsCommand = {
  takes: '[--policy VERSION] [--parallel 4] [--apply --reason TEXT --work FILE [--by NAME]]',
  does: [
    'computes the deadlines of all open cases anew by the calendar and the rules that are deployed, in parts, some at once; a case in which nothing changes is not written; the same --work goes on after an interruption',
    '按已部署的日历和规则重算全部在办事项的期限，分批并行；没有变化的不改动；中断后用同一个 --work 文件继续',
  ],
  options: { ...APPLY_OPTIONS, policy: { type: 'string' }, parallel: { type: 'string' }, work: { type: 'string' } },
  faultIn: (asked) => whyNotApplied(asked) ?? whyNotDriven(asked),
  async run(asked, stack) {
    const isApplied = asked.values.apply === true;
    const policy = text(asked.values.policy) || undefined;
    const work = await workFor({ policy, isApplied }, asked, stack);
    if (isApplied) await record(asked, { command: 'recompute', to: policy ?? 'calendar' }, stack);
    const failures: string[] = [];
    await driveRecompute(
      partsOf(work.ids),
      { done: work.done(), atOnce: Number(asked.values.parallel ?? 4) },
      {
        recompute: async (caseIds) => {
          const order = { dryRun: !isApplied, policy, time: work.order.time, caseIds };
          return (await stack.functions.invoke('recompute-deadlines', order)) as Omit<PartDone, 'part'>;
        },
        onDone: work.put,
        onFailure: (_, error) => failures.push((error as Error).message),
      },
    );
    const [changed, failed] = [sum(work, 'changed'), sum(work, 'failed')];
    return {
      lines: [
        ...work.shown.slice(0, MOST_SHOWN).flatMap(changeLines),
        `${work.ids.length}件在办事项，${changed}件的期限${isApplied ? '已' : '将'}变更，${failed}件读写失败，${failures.length}批没有完成`,
        ...[...new Set(failures)].map((why) => `没有完成的原因：${why}`),
        ...(isApplied ? [] : [DRY_RUN]),
      ],
      json: { cases: work.ids.length, changed, failed, unfinished: failures.length },
      failed: failed + failures.length > 0,
    };
  },
};

function whyNotDriven({ values }: Asked): string | undefined {
  const { apply, work, parallel = '4' } = values;
  if (apply === true && text(work) === '') return '--apply needs --work FILE';
  const count = Number(parallel);
  return Number.isInteger(count) && count >= 1 && count <= 50 ? undefined : `--parallel ${text(parallel)}: 1 to 50`;
}

/** The work as its file has it, where it was begun; else all that is open now. */
async function workFor(
  { policy, isApplied }: { readonly policy: string | undefined; readonly isApplied: boolean },
  { values }: Asked,
  { config, tables, stores, now }: OpsStack,
): Promise<Work> {
  const order = { province: config.settings.id, policy, isApplied, time: now };
  const all = () => Array.fromAsync(dynamoCaseIds(tables, stores.CASE_TABLE_NAME, rosterOf({ config }), ENDED)());
  return await openWork(text(values.work) || undefined, order, all);
}

const sum = ({ parts }: Work, what: 'changed' | 'failed'): number => parts().reduce((all, part) => all + part[what], 0);

const changeLines = ({ caseId, changes }: PartDone['cases'][number]): string[] =>
  changes.map(({ clock, from, to }) => `${caseId} ${clock}：${deadline(from)} → ${deadline(to)}`);
