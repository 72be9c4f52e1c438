import { sha256 } from '../../adapters/digest.ts';
import { dynamoCaseHeads } from '../../adapters/dynamodb/cases/case-heads.ts';
import { dynamoStoredEvents } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoMovedTable } from '../../adapters/dynamodb/restore/moved-table.ts';
import { copiedTables, restoredTables } from '../../adapters/dynamodb/restore/restored-tables.ts';
import { moment } from '../../domain/notices/date-words.ts';
import { drilledName } from '../../usecases/operations/drop-drill.ts';
import { stateOf } from '../../usecases/operations/move-state.ts';
import { type RestoredTable, restoreTables, settingOf } from '../../usecases/operations/restore-drill.ts';
import { type VerifiedChains, verifyChains } from '../../usecases/operations/verify-chains.ts';
import { APPLY_OPTIONS, DRY_RUN, record, TAKES_APPLY, text, whyNotApplied } from './apply-options.ts';
import type { Asked, OpsCommand, Outcome } from './command.ts';
import type { OpsStack } from './connect.ts';
import { tableNamesOf } from './province-data.ts';

export const restoreDrill: OpsCommand = {
  takes: `[--at TIME] ${TAKES_APPLY}`,
  does: [
    'restores every table into a new one beside it, as it was at that time or as lately as can be, gives it stream, expiry, backups and protection, verifies counts and the record of every case, and prints the setting that would put it to work; switches nothing',
    '把每张表恢复成旁边的一张新表（指定时刻，或尽可能新的时刻），补上数据流、到期属性、备份和保护，核对数量和每个事项的记录链，并打印启用新表的设置；不做切换',
  ],
  options: { ...APPLY_OPTIONS, at: { type: 'string' } },
  faultIn: (asked) => whyNotApplied(asked) ?? whyNoTime(asked),
  run: drill,
};

function whyNoTime({ values: { at } }: Asked): string | undefined {
  return at === undefined || !Number.isNaN(Date.parse(text(at))) ? undefined : `--at ${text(at)}: no time`;
}

async function drill(asked: Asked, stack: OpsStack): Promise<Outcome> {
  const at = text(asked.values.at) || undefined;
  if (at !== undefined && stack.isLocal) return { lines: ['本机没有备份：只能按现在的内容演练'], failed: true };
  const stamp = stack.now.replace(/\D/g, '').slice(0, 14);
  const named = tableNamesOf(stack).map(({ name, table: from }) => ({ name, from, to: drilledName(from, stamp) }));
  if (asked.values.apply !== true)
    return { lines: [...named.map(({ name, to }) => `${name}：恢复为 ${to}`), DRY_RUN], json: named };
  await record(asked, { command: 'restore drill', to: at ?? 'latest' }, stack);
  const maker = stack.isLocal ? copiedTables(stack.tables) : restoredTables(stack.tables, at && utc(at));
  const state = (table: string) => stateOf(dynamoMovedTable(stack.tables, table), sha256);
  const restored = await restoreTables(named, { ...maker, stateOf: state });
  return told(restored, await chainsIn(restored, stack), stack);
}

const utc = (time: string): string => new Date(time).toISOString();

/** The record of every case, as the new table holds it. */
async function chainsIn(restored: readonly RestoredTable[], { tables }: OpsStack): Promise<VerifiedChains> {
  const { to } = restored.find(({ name }) => name === 'cases')!;
  return await verifyChains({ heads: dynamoCaseHeads(tables, to), events: dynamoStoredEvents(tables, to), sha256 });
}

function told(restored: readonly RestoredTable[], { cases, broken }: VerifiedChains, { now }: OpsStack): Outcome {
  const lines = restored.map(
    ({ name, to, held, holds, differs }) =>
      `${name}：${to}，${holds.items}项（现用表${held.items}项${held.hash === holds.hash ? '，完全相同' : ''}）${differs.map((part) => `，✗ ${part} 不同`).join('')}`,
  );
  const chains = [`${cases}个事项的记录链已校验`, ...broken.map((id) => `✗ 事项 ${id} 的记录链不成立`)];
  const setting = JSON.stringify(settingOf(restored), undefined, 2);
  return {
    lines: [`演练于${moment(now)}`, ...lines, ...chains, '启用这些表，把下面的设置写入省设置文件后部署：', setting],
    json: { restored, cases, broken, setting: settingOf(restored) },
    failed: broken.length > 0 || restored.some(({ differs }) => differs.length > 0),
  };
}
