import { dynamoDrillTables } from '../../adapters/dynamodb/restore/drill-tables.ts';
import { drillsBeside } from '../../usecases/operations/drop-drill.ts';
import { APPLY_OPTIONS, DRY_RUN, record, TAKES_APPLY, whyNotApplied } from './apply-options.ts';
import type { Asked, OpsCommand, Outcome } from './command.ts';
import type { OpsStack } from './connect.ts';
import { tableNamesOf } from './province-data.ts';

export const restoreDrop: OpsCommand = {
  takes: `[DRILL] ${TAKES_APPLY}`,
  does: [
    'names the tables that drills left, which hold what was erased since; of one drill (the fourteen digits at the end of its names) takes them away with their backups. Tables at work are never touched',
    '列出演练留下的表（其中还留有此后已清除的内容）；指明某次演练（表名末尾的14位数字）的，把它的表连同备份一并删除。在用的表绝不会动',
  ],
  options: APPLY_OPTIONS,
  positionals: [0, 1],
  faultIn: (asked) => whyNotApplied(asked) ?? whyNotNamed(asked),
  run: drop,
};

const whyNotNamed = ({ values: { apply }, positionals: [drill] }: Asked): string | undefined =>
  apply && drill === undefined ? 'of which drill?' : undefined;

async function drop(asked: Asked, stack: OpsStack): Promise<Outcome> {
  const [named] = asked.positionals;
  const tables = dynamoDrillTables(stack.tables, !stack.isLocal);
  const drills = await drillsBeside(
    tableNamesOf(stack).map(({ table }) => table),
    tables,
  );
  const found = [...drills].filter(([stamp]) => named === undefined || stamp === named);
  const lines = found.flatMap(([stamp, left]) => left.map((table) => `${stamp}：${table}`));
  if (lines.length === 0)
    return {
      lines: [named === undefined ? '没有演练留下的表' : `没有演练 ${named} 留下的表`],
      failed: named !== undefined,
    };
  if (asked.values.apply !== true) return { lines: [...lines, DRY_RUN], json: Object.fromEntries(found) };
  await record(asked, { command: 'restore drop', to: named! }, stack);
  for (const table of found.flatMap(([, left]) => left)) await tables.drop(table);
  return { lines: [...lines, '以上各表已连同备份删除'], json: Object.fromEntries(found) };
}
