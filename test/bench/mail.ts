import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, milliseconds, type Row } from './row.ts';

const MEGABYTES = 30;
const RUNS = 3;
const BUDGET = { ms: 1_500, megabytes: 300 };

/** Reading a mail of 30 MB in a process of its own, against a process that only reads its bytes. */
export function measureMail(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-bench-'));
  const path = join(folder, 'mail.eml');
  const rows = [
    ...rowsOf('two photographs', mailOf(photographs()), path),
    ...rowsOf('one text in GBK', mailOf([longText()]), path),
  ];
  rmSync(folder, { recursive: true });
  return rows;
}

function rowsOf(content: string, mail: Buffer, path: string): Row[] {
  writeFileSync(path, mail);
  const parsed = runs('parse', path);
  const read = runs('read', path);
  return [
    {
      what: `e-mail: parse ${MEGABYTES} MB, ${content}`,
      measured: milliseconds(parsed.ms),
      baseline: `${milliseconds(read.ms)}: reading the file`,
      ratio: parsed.ms / read.ms,
      budget: `< ${BUDGET.ms} ms`,
      met: parsed.ms < BUDGET.ms,
    },
    {
      what: `e-mail: memory of the process that parses ${MEGABYTES} MB, ${content}`,
      measured: `${parsed.megabytes} MB`,
      baseline: `${read.megabytes} MB: reading the file`,
      ratio: parsed.megabytes / read.megabytes,
      budget: `< ${BUDGET.megabytes} MB`,
      met: parsed.megabytes < BUDGET.megabytes,
    },
  ];
}

function runs(what: 'parse' | 'read', path: string): { ms: number; megabytes: number } {
  const child = join(import.meta.dirname, 'mail-process.ts');
  const all = Array.from({ length: RUNS }, () => {
    return JSON.parse(execFileSync(process.execPath, [child, what, path], { encoding: 'utf8' }));
  });
  return { ms: median(all.map(({ ms }) => ms)), megabytes: Math.round(median(all.map(({ megabytes }) => megabytes))) };
}

const BOUNDARY = 'parts';

function mailOf(parts: readonly string[]): Buffer {
  const head = [
    'From: citizen@mail.example',
    'Message-ID: <large@mail.example>',
    'Subject: large',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary=${BOUNDARY}`,
  ];
  return Buffer.from([head.join('\r\n'), '', ...parts, `--${BOUNDARY}--`, ''].join('\r\n'));
}

function photographs(): string[] {
  const photograph = base64Part('image/jpeg; name="1.jpg"', Buffer.alloc(BYTES / 2, 0xa5));
  return [base64Part('text/plain; charset=utf-8', Buffer.from('河水发黑，照片见附件。')), photograph, photograph];
}

/** The same sentence over and over; in GBK, 臭 is B3 F4. */
const longText = (): string => base64Part('text/plain; charset=gb2312', Buffer.alloc(BYTES, Uint8Array.of(0xb3, 0xf4)));

/** As base64 in lines, so many bytes make the mail as long as it should be. */
const BYTES = MEGABYTES * 1_000_000 * (57 / 78);

function base64Part(type: string, content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,76}/g)!;
  return [`--${BOUNDARY}`, `Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', '', ...lines].join('\r\n');
}
