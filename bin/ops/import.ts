import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../adapters/digest.ts';
import { dynamoCaseHeads } from '../../adapters/dynamodb/cases/case-heads.ts';
import { dynamoStoredEvents } from '../../adapters/dynamodb/cases/case-store.ts';
import { importTable, stateOf } from '../../usecases/operations/move-state.ts';
import { verifyChains } from '../../usecases/operations/verify-chains.ts';
import { jsonOf } from '../data-rows.ts';
import { APPLY_OPTIONS, DRY_RUN, record, TAKES_APPLY, whyNotApplied } from './apply-options.ts';
import type { OpsCommand, Outcome } from './command.ts';
import type { OpsStack } from './connect.ts';
import { bucketsOf, FileLine, itemsIn, Manifest, pathOf, sha256OfFile, tablesOf } from './province-data.ts';

export const importCommand: OpsCommand = {
  takes: `FOLDER ${TAKES_APPLY}`,
  does: [
    'brings what export wrote into another stack, after checking every hash of the folder; writes over nothing, goes on after an interruption, and ends by comparing the state of every table and checking the record of every case',
    '先核对文件夹中的全部哈希，再把导出的数据导入另一套系统；不覆盖任何已有数据，中断后可继续；最后比对各表状态并校验每个事项的记录链',
  ],
  options: APPLY_OPTIONS,
  positionals: [1, 1],
  faultIn: whyNotApplied,
  async run(asked, stack) {
    const [folder = ''] = asked.positionals;
    const manifest = manifestIn(folder);
    const faults = manifest ? await faultsIn(folder, manifest) : ['没有可用的 manifest.json'];
    if (!manifest || faults.length > 0) return { lines: [...faults, '没有导入'], failed: true };
    const counts = Object.entries(manifest.tables).map(([name, { items }]) => `${name}：${items}项`);
    if (asked.values.apply !== true)
      return { lines: [`导出自 ${manifest.province}，${manifest.at}`, ...counts, '哈希全部相符', DRY_RUN] };
    await bringIn(folder, stack);
    const outcome = await compared(manifest, stack);
    // Last: what stands on record of this is no part of what was moved.
    await record(asked, { command: 'import', to: manifest.province }, stack);
    return outcome;
  },
};

function manifestIn(folder: string): Manifest | undefined {
  const file = join(folder, 'manifest.json');
  return existsSync(file) ? Manifest.safeParse(jsonOf(readFileSync(file, 'utf8'))).data : undefined;
}

async function faultsIn(folder: string, { tables, files }: Manifest): Promise<readonly string[]> {
  const wanted = [
    ...Object.entries(tables).map(([name, { sha256: hash }]) => [join('tables', `${name}.jsonl`), hash] as const),
    ['files.jsonl', files.sha256] as const,
  ];
  const faults: string[] = [];
  for (const [file, hash] of wanted)
    if ((await sha256OfFile(join(folder, file))) !== hash) faults.push(`${file} 与清单不符`);
  if (faults.length > 0) return faults;
  for await (const line of itemsIn(join(folder, 'files.jsonl'))) {
    const { bucket, key, sha256: hash } = FileLine.parse(line);
    if ((await sha256OfFile(pathOf(folder, bucket, key))) !== hash) faults.push(`${bucket} 的文件 ${key} 与清单不符`);
  }
  return faults;
}

async function bringIn(folder: string, stack: OpsStack): Promise<void> {
  const buckets = new Map(bucketsOf(stack).map(({ name, bucket }) => [name, bucket]));
  for await (const line of itemsIn(join(folder, 'files.jsonl'))) {
    const { bucket, key, mediaType } = FileLine.parse(line);
    await buckets.get(bucket)!.put(key, { bytes: readFileSync(pathOf(folder, bucket, key)), mediaType });
  }
  for (const { name, table } of tablesOf(stack))
    await importTable(itemsIn(join(folder, 'tables', `${name}.jsonl`)), table);
}

async function compared({ tables }: Manifest, stack: OpsStack): Promise<Outcome> {
  const { tables: client, stores } = stack;
  const lines: string[] = [];
  for (const { name, table } of tablesOf(stack)) {
    const state = await stateOf(table, sha256);
    const isSame = state.hash === tables[name]?.hash;
    lines.push(`${name}：${state.items}项，${isSame ? '与导出时相同' : '✗ 与导出时不同'}`);
  }
  const heads = dynamoCaseHeads(client, stores.CASE_TABLE_NAME);
  const chains = await verifyChains({ heads, events: dynamoStoredEvents(client, stores.CASE_TABLE_NAME), sha256 });
  const broken = chains.broken.map((caseId) => `✗ 事项 ${caseId} 的记录链不成立`);
  const failed = broken.length > 0 || lines.some((line) => line.includes('✗'));
  return { lines: [...lines, `${chains.cases}个事项的记录链已校验`, ...broken], failed };
}
