import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../adapters/digest.ts';
import { exportTable, type TableState } from '../../usecases/operations/move-state.ts';
import { openNew } from '../new-file.ts';
import { APPLY_OPTIONS, record, text } from './apply-options.ts';
import type { Asked, OpsCommand } from './command.ts';
import type { OpsStack } from './connect.ts';
import { bucketsOf, folderFor, type Manifest, pathOf, tablesOf } from './province-data.ts';

export const exportCommand: OpsCommand = {
  takes: 'FOLDER --reason TEXT [--by NAME]',
  does: [
    'writes everything of a province into a new folder for you alone: each table as JSON lines, each file, and a manifest with hashes; it holds all personal data, and that it was taken stands on record',
    '把一个省的全部数据写入仅本人可读的新文件夹：各表为JSON行、全部文件、带哈希的清单；含全部个人信息，导出本身留有记录',
  ],
  options: { reason: APPLY_OPTIONS.reason, by: APPLY_OPTIONS.by },
  positionals: [1, 1],
  faultIn: ({ values }) => (text(values.reason) === '' ? '--reason is needed: it takes everything' : undefined),
  async run(asked, stack) {
    const [folder = ''] = asked.positionals;
    const manifest = await exportAll(folder, asked, stack);
    const tables = Object.entries(manifest.tables).map(([name, { items }]) => `${name}：${items}项`);
    return {
      lines: [...tables, `文件：${manifest.files.count}个`, `清单：${join(folder, 'manifest.json')}`],
      json: manifest,
    };
  },
};

async function exportAll(folder: string, asked: Asked, stack: OpsStack): Promise<Manifest> {
  mkdirSync(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  await record(asked, { command: 'export', to: 'everything' }, stack);
  const tables: Record<string, Manifest['tables'][string]> = {};
  for (const { name, table } of tablesOf(stack))
    tables[name] = await writtenTo(join(folder, 'tables', `${name}.jsonl`), (write) =>
      exportTable(table, write, sha256),
    );
  const { config, now } = stack;
  const head = { format: 'huiyin-export-1', province: config.settings.id, at: now } as const;
  const manifest: Manifest = { ...head, tables, files: await exportFiles(folder, stack) };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`, {
    flag: 'wx',
    mode: 0o600,
  });
  return manifest;
}

/** Writes lines into a new file, and says what they were and the hash of the file. */
async function writtenTo(file: string, work: (write: (line: string) => void) => Promise<TableState>) {
  const output = openNew(file);
  const hash = createHash('sha256');
  const state = await work((line) => {
    hash.update(`${line}\n`);
    writeSync(output, `${line}\n`);
  });
  closeSync(output);
  return { ...state, sha256: hash.digest('hex') };
}

async function exportFiles(folder: string, stack: OpsStack): Promise<Manifest['files']> {
  let count = 0;
  const { sha256: hash } = await writtenTo(join(folder, 'files.jsonl'), async (write) => {
    for (const { name, bucket } of bucketsOf(stack))
      for await (const key of bucket.keys()) {
        const { bytes, mediaType } = await bucket.read(key);
        writeFileSync(folderFor(pathOf(folder, name, key)), bytes, { flag: 'wx', mode: 0o600 });
        write(JSON.stringify({ bucket: name, key, bytes: bytes.length, sha256: sha256(bytes), mediaType }));
        count += 1;
      }
    return { items: count, hash: '' };
  });
  return { count, sha256: hash };
}
