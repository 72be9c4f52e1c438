import { setTimeout as delay } from 'node:timers/promises';
import { HeadObjectCommand, NotFound } from '@aws-sdk/client-s3';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { dynamoVaultChannels } from '../../adapters/dynamodb/vault/vault-channels.ts';
import { normaliseReceipt } from '../../domain/receipt.ts';
import {
  complaintsWithoutCase,
  type ReplayDeps,
  replayComplaint,
  replayMail,
} from '../../usecases/operations/replay.ts';
import { APPLY_OPTIONS, DRY_RUN, record, TAKES_APPLY, whyNotApplied } from './apply-options.ts';
import type { Asked, OpsCommand, Outcome } from './command.ts';
import { type OpsStack, rosterOf } from './connect.ts';
import { sendingTo } from './redelivery.ts';

const MAIL = /^mail\/\S+$/;
/** What came so lately may be on its way still. */
const MEANWHILE_MS = 15 * 60_000;

export const replayCommand: OpsCommand = {
  takes: `RECEIPT|mail/KEY|--missing ${TAKES_APPLY}`,
  does: [
    'has a complaint of the vault registered once more, or a raw mail read once more, and waits for its case; one that has a case gets no second one. --missing: every complaint that no case has',
    '把保险库中的来信重新登记，或者把原始邮件重新读取，并等待立案；已有事项的不会重复立案。--missing：所有有件无案的来信',
  ],
  options: { ...APPLY_OPTIONS, missing: { type: 'boolean' } },
  positionals: [0, 1],
  faultIn: (asked) => whyNotNamed(asked) ?? whyNotApplied(asked),
  async run(asked, stack) {
    const [named = ''] = asked.positionals;
    if (asked.values.missing === true) return await replayMissing(asked, stack);
    return MAIL.test(named)
      ? await replayRaw(named, asked, stack)
      : await replayOne(normaliseReceipt(named)!, asked, stack);
  },
};

function whyNotNamed({ values, positionals: [named] }: Asked): string | undefined {
  if (values.missing === true) return named === undefined ? undefined : 'either --missing or one complaint';
  if (named === undefined) return 'which complaint?';
  return MAIL.test(named) || normaliseReceipt(named)
    ? undefined
    : `${named} is neither a receipt nor a key under mail/`;
}

const LEFT_BEHIND = '所跟进的来信已按保存期限清除，当时已并入那件的事项：不再登记，以免重复立案';

function depsOf(stack: OpsStack): ReplayDeps {
  const { tables, stores } = stack;
  const until = Date.now() + 60_000;
  return {
    complaints: dynamoVault(tables, stores.VAULT_TABLE_NAME),
    cases: dynamoCaseStore(tables, stores.CASE_TABLE_NAME, rosterOf(stack)),
    send: sendingTo(stack),
    async pause() {
      await delay(1_000);
      return Date.now() < until;
    },
  };
}

async function replayOne(receipt: string, asked: Asked, stack: OpsStack): Promise<Outcome> {
  const deps = depsOf(stack);
  if (!(await deps.complaints.readWay(receipt))) return { lines: [`保险库中没有 ${receipt}`], failed: true };
  if (asked.values.apply !== true) return { lines: [`${receipt} 将重新登记`, DRY_RUN] };
  await record(asked, { command: 'replay', to: 'register', receipt }, stack);
  const replayed = (await replayComplaint(receipt, deps))!;
  if (replayed === 'left-behind') return { lines: [`${receipt} ${LEFT_BEHIND}`], failed: true };
  const { before, after } = replayed;
  if (!after) return { lines: [`${receipt}：一分钟内没有立案，请查看死信 register-dead-letters`], failed: true };
  const was = before === undefined ? '新立' : `原已立案（第${before.version}版），现为第${after.version}版`;
  return { lines: [`${receipt}：事项 ${after.id}，${was}`], json: { receipt, before, after } };
}

async function replayRaw(key: string, asked: Asked, stack: OpsStack): Promise<Outcome> {
  const cameAt = await storedAt(key, stack);
  if (cameAt === undefined) return { lines: [`证据桶中没有 ${key}`], failed: true };
  if (asked.values.apply !== true) return { lines: [`${key} 将重新读取`, DRY_RUN] };
  await record(asked, { command: 'replay', to: key }, stack);
  await replayMail(key, cameAt, { send: sendingTo(stack) });
  return { lines: [`${key} 已送入 mail 队列：同一封信只会得到原来的登记编号`] };
}

async function storedAt(Key: string, { s3, stores }: OpsStack): Promise<string | undefined> {
  try {
    const { LastModified } = await s3.send(new HeadObjectCommand({ Bucket: stores.EVIDENCE_BUCKET_NAME, Key }));
    return LastModified?.toISOString();
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

async function replayMissing(asked: Asked, stack: OpsStack): Promise<Outcome> {
  const deps = depsOf(stack);
  const before = new Date(Date.parse(stack.now) - MEANWHILE_MS).toISOString();
  const all = dynamoVaultChannels(stack.tables, stack.stores.VAULT_TABLE_NAME);
  const receipts = await Array.fromAsync(complaintsWithoutCase(before, { ...deps, all }));
  if (receipts.length === 0) return { lines: ['每一件来信都有事项'], json: [] };
  if (asked.values.apply !== true)
    return { lines: [...receipts, `${receipts.length}件来信没有事项`, DRY_RUN], json: receipts, failed: true };
  for (const receipt of receipts) {
    await record(asked, { command: 'replay --missing', to: 'register', receipt }, stack);
    await deps.send('register', JSON.stringify({ receipt }));
  }
  return { lines: [`${receipts.length}件来信已送入 register 队列`], json: receipts };
}
