import { execFile, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { readProvinceConfig } from '../../bin/province-config.ts';
import { AS_WRITTEN } from '../../domain/ids-of-today.ts';
import { commandCase } from '../../usecases/cases/command-case.ts';
import { RECEIPT, registration } from '../support/cases.ts';
import { createCaseTable, createVaultTable } from '../support/dynamodb-local.ts';
import { beijing, contextAt } from '../support/rules.ts';
import { sharedDynamoDb } from '../support/shared.ts';
import { complaintOf } from '../support/world.ts';

const root = new URL('../..', import.meta.url).pathname;
const AT = beijing('2026-06-01 10:00');
let env: NodeJS.ProcessEnv;

/** One case at a bureau of the demonstration province, which its officer has corrected. */
async function correctedCase(tables: DynamoDBDocumentClient): Promise<void> {
  const kept = { receipt: RECEIPT, receivedAt: AT, queryCode: 'ABCD1234', answerBy: AT, fingerprint: 'f' };
  await dynamoVault(tables, 'vault').putIfAbsent({ ...complaintOf({ target: '某餐馆' }), ...kept });
  const cases = dynamoCaseStore(tables, 'cases', AS_WRITTEN);
  const brought = registration(AT);
  const opened = { ...brought, route: { ...brought.route, lead: 'heyang-ecology' } };
  const organs = new Map(readProvinceConfig('demo').organs.map((organ) => [organ.id, organ]));
  const context = { ...contextAt(AT), organs, catchAllOrgan: 'qinghe-desk' };
  await commandCase(RECEIPT, { type: 'register', registration: opened }, context, cases);
  const officer = { kind: 'staff', organ: 'heyang-ecology', role: 'handler', name: '经办人' } as const;
  const correction = { type: 'reclassify', types: ['大气'], matter: 'cooking-fumes', reason: '餐馆油烟' } as const;
  const { kind } = await commandCase(RECEIPT, correction, { ...context, actor: officer }, cases);
  expect(kind).toBe('done');
}

beforeAll(async () => {
  const endpoint = await sharedDynamoDb();
  const credentials = { accessKeyId: randomUUID().replaceAll('-', ''), secretAccessKey: 'test' };
  const access = {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'ap-southeast-1',
  };
  const where = { AWS_ENDPOINT_URL: endpoint, CASE_TABLE_NAME: 'cases', VAULT_TABLE_NAME: 'vault' };
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  env = { PATH, NODE_COMPILE_CACHE, ...access, ...where };
  const client = new DynamoDBClient({ endpoint, region: access.AWS_REGION, credentials });
  const tables = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  await Promise.all([createCaseTable(tables, 'cases'), createVaultTable(tables, 'vault')]);
  await correctedCase(tables);
  tables.destroy();
}, 60_000);

const run = (command: string, ...args: string[]) =>
  spawnSync(process.execPath, [`bin/${command}.ts`, ...args], { cwd: root, encoding: 'utf8', env });

it.concurrent.each([
  ['export-labels', ['--province', 'demo']],
  ['policy', ['export', '--province', 'demo']],
  ['audit', ['export']],
])('npm run %s says what AWS answers, in one line, and leaves no file that looks whole', async (command, args) => {
  const file = join(mkdtempSync(join(tmpdir(), 'huiyin-refused-')), 'file.jsonl');
  const own = command === 'audit' ? [RECEIPT] : [];
  const [status, said] = await new Promise<readonly unknown[]>((resolve) => {
    const options = { cwd: root, env: { ...env, CASE_TABLE_NAME: 'nobody-has-it' } };
    const ended = (error: unknown, _: string, stderr: string) => resolve([(error as { code: number })?.code, stderr]);
    execFile(process.execPath, [`bin/${command}.ts`, ...args, file, ...own], options, ended);
  });
  expect([status, said]).toEqual([1, expect.stringMatching(/^AWS answers: ResourceNotFoundException: .*\n$/)]);
  expect(existsSync(file)).toBe(false);
});

describe('npm run export-labels', () => {
  it('writes what people corrected for its owner alone, as npm run evaluate reads it', { timeout: 30_000 }, () => {
    const file = join(mkdtempSync(join(tmpdir(), 'huiyin-labels-')), 'labels.jsonl');
    expect(run('export-labels', '--province', 'demo', file)).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      id: RECEIPT,
      text: '某餐馆。工地每晚浇筑混凝土到凌晨，睡不着。',
      labels: ['大气'],
      labels_norm: ['大气'],
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(run('evaluate', file).stdout).toContain('1 complaints with official types');
    expect(run('export-labels', '--province', 'demo', file)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('EEXIST'),
    });
  });

  it('says how it is used', () => {
    expect(run('export-labels', '--province', 'demo')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('npm run export-labels'),
    });
  });
});

describe('npm run policy -- export', () => {
  it('writes every open case for its owner alone, as npm run policy -- diff reads it', { timeout: 30_000 }, () => {
    const file = join(mkdtempSync(join(tmpdir(), 'huiyin-cases-')), 'cases.jsonl');
    expect(run('policy', 'export', '--province', 'demo', file)).toMatchObject({ status: 0, stdout: '1 open cases\n' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ id: RECEIPT, lead: 'heyang-ecology' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(run('policy', 'diff', '--province', 'demo', file)).toMatchObject({ status: 0 });
  });
});
