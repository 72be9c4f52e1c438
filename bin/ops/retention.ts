import { closeSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../adapters/digest.ts';
import { dynamoCaseStore, dynamoStoredEvents } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { dynamoVaultChannels } from '../../adapters/dynamodb/vault/vault-channels.ts';
import { dynamoVaultErasure } from '../../adapters/dynamodb/vault/vault-erasure.ts';
import { s3ErasedFiles } from '../../adapters/s3/erased-files.ts';
import { readChecked } from '../../config/schemas/read-checked.ts';
import { keptText, type RetainedKind, retentionSchema } from '../../config/schemas/retention.ts';
import {
  dueToErase,
  type EraseDeps,
  type Erased,
  ErasedUnverified,
  eraseComplaint,
  followedBy,
  type Retained,
  type RetentionDeps,
  retained,
  STANDINGS,
  type Standing,
} from '../../usecases/operations/retention.ts';
import { openNew } from '../new-file.ts';
import { APPLY_OPTIONS, DRY_RUN, record, text, whyNotApplied } from './apply-options.ts';
import type { Asked, OpsCommand, Outcome } from './command.ts';
import { type OpsStack, rosterOf } from './connect.ts';

const BY: Readonly<Record<RetainedKind['by'], string>> = {
  ops: '由 retention erase 删除',
  lifecycle: '自动清除',
  ttl: '自动清除',
  stream: '自动清除',
  staff: '工作人员自行增删',
  nobody: '不清除',
};

const STANDING_TEXT: Readonly<Record<Standing, string>> = {
  due: '已到期，应当删除',
  orphan: '所补充的来信已删，应当随之删除',
  kept: '未到期',
  open: '事项在办',
  none: '没有事项（见 replay --missing）',
};

export const retentionReport: OpsCommand = {
  takes: '',
  does: [
    'tells what is kept for how long, by which setting, and what ends it; and how many complaints are due to be erased',
    '列出各类数据保存多久、依据哪项设置、由谁清除，以及有多少件来信已到期应当删除',
  ],
  async run(_, stack) {
    const { settings } = stack.config;
    const kinds = Object.values(
      readChecked(join(import.meta.dirname, '../../config'), 'retention.json', retentionSchema).whole!.kinds,
    );
    const counts = await countsOf(retained(stack.now, depsOf(stack)));
    const lines = kinds.map((kind) => `${kind.name}：${keptText(kind, settings)}（${kind.since}），${BY[kind.by]}`);
    const told = STANDINGS.map((standing) => `  ${STANDING_TEXT[standing]}：${counts[standing]}件`);
    return {
      lines: [...oldVaultIn(stack), ...lines, `年限依据：${settings.privacy.records.basis}`, '来信：', ...told],
      json: counts,
    };
  },
};

/** 换库: after a switch to a restored vault, the one before stands there still, with the words of everybody. */
const oldVaultIn = ({ config }: OpsStack): readonly string[] =>
  config.settings.tables?.vault === undefined
    ? []
    : ['注意：本省已改用恢复出来的保险库；原来的保险库还在，其中的内容这里不统计也不删除，须由管理员另行清除'];

async function countsOf(all: AsyncIterable<Retained>): Promise<Readonly<Record<Standing, number>>> {
  const counts = { due: 0, orphan: 0, kept: 0, open: 0, none: 0 };
  for await (const { standing } of all) counts[standing] += 1;
  return counts;
}

export const retentionErase: OpsCommand = {
  takes: '[--most N] [--apply --reason TEXT --proof FILE [--by NAME]]',
  does: [
    'erases from vault and evidence every complaint whose period of retention is over, each put on record first and in the proof file afterwards, with the hash to which the record of its case still holds; run again after an interruption, it goes on',
    '把保管期满的来信从保险库和证据中删除：每件先留记录，删除后写入证明文件，并附删除后仍然成立的记录链哈希；中断后再次运行即可继续',
  ],
  options: { ...APPLY_OPTIONS, most: { type: 'string' }, proof: { type: 'string' } },
  faultIn: (asked) => whyNotApplied(asked) ?? whyNotErased(asked),
  run: eraseDue,
};

function whyNotErased({ values: { apply, proof, most } }: Asked): string | undefined {
  if (apply === true && text(proof) === '') return '--apply needs --proof FILE';
  return most === undefined || (Number.isInteger(Number(most)) && Number(most) > 0)
    ? undefined
    : `--most ${text(most)}: a whole number above 0`;
}

async function eraseDue(asked: Asked, stack: OpsStack): Promise<Outcome> {
  const due = await dueToErase(stack.now, depsOf(stack));
  const some = due.slice(0, Number(asked.values.most ?? due.length));
  if (asked.values.apply !== true)
    return {
      lines: [...oldVaultIn(stack), ...some.map(({ receipt }) => receipt), `${due.length}件保管期满`, DRY_RUN],
      json: some,
    };
  const faults = await eraseAll(some, asked, stack);
  const left = due.length - some.length;
  const lines = [
    ...oldVaultIn(stack),
    ...faults,
    `到期${some.length}件已处理，还有${left}件；证明：${text(asked.values.proof)}`,
  ];
  return { lines, json: { handled: some.length, left, faults: faults.length }, failed: faults.length > 0 };
}

/** One after the other. What goes wrong with one keeps no other but what it follows; the next run finds both again. */
async function eraseAll(some: readonly Retained[], asked: Asked, stack: OpsStack): Promise<readonly string[]> {
  const proof = openNew(text(asked.values.proof));
  const prove = (stage: 'erasing' | 'erased', erased: Erased) =>
    writeSync(proof, `${JSON.stringify({ at: new Date().toISOString(), stage, ...erased })}\n`);
  const deps = { ...erasingIn(stack), prove: (erasing: Erased) => void prove('erasing', erasing) };
  const faults: string[] = [];
  const needed = new Set<string>();
  for (const one of some) {
    if (needed.has(one.receipt)) {
      faults.push(`✗ ${one.receipt}：没有删除（补充它的来信还在）`);
      continue;
    }
    await record(asked, { command: 'retention erase', to: 'vault', receipt: one.receipt }, stack);
    try {
      const erased = await eraseComplaint(one, deps);
      prove('erased', erased);
      if (one.caseId !== undefined && erased.head === undefined)
        faults.push(`✗ ${one.receipt}：已删除，但事项 ${one.caseId} 的记录链不成立`);
    } catch (error) {
      faults.push(`✗ ${one.receipt}：${whyIn(error)}`);
      if (!(error instanceof ErasedUnverified))
        for (const followed of followedBy(one.receipt, some)) needed.add(followed);
    }
  }
  closeSync(proof);
  return faults;
}

/** Of S3: a file under lock. Its name says no more than that. */
const whyIn = (error: unknown): string =>
  error instanceof ErasedUnverified ? `已删除，未能校验（${error.message}）` : `没有删除（${(error as Error).name}）`;

function depsOf({ config, tables, stores }: OpsStack): RetentionDeps {
  return {
    all: dynamoVaultChannels(tables, stores.VAULT_TABLE_NAME),
    complaints: dynamoVault(tables, stores.VAULT_TABLE_NAME),
    cases: dynamoCaseStore(tables, stores.CASE_TABLE_NAME, rosterOf({ config })),
    years: config.settings.privacy.records.years,
  };
}

function erasingIn({ tables, stores, s3 }: OpsStack): Omit<EraseDeps, 'prove'> {
  const vault = dynamoVaultErasure(tables, stores.VAULT_TABLE_NAME);
  const files = s3ErasedFiles(s3, stores.EVIDENCE_BUCKET_NAME);
  return {
    removeFiles: async (receipt) =>
      await files.remove({ keys: await vault.filesOf(receipt), prefix: `attachments/${receipt}/` }),
    removeComplaint: vault.remove,
    storedEvents: dynamoStoredEvents(tables, stores.CASE_TABLE_NAME),
    sha256,
  };
}
