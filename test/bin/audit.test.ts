import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../adapters/digest.ts';
import { entryLine, ledgerOf, sealHash } from '../../domain/audit/ledger.ts';
import { chainOf, headOf } from '../support/chains.ts';

const root = new URL('../..', import.meta.url).pathname;
const audit = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/audit.ts', ...args], { cwd: root, encoding: 'utf8' });

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
function fileOf(name: string, lines: readonly object[]): string {
  const file = join(folder, name);
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
}

const events = [...chainOf('QH-0000-0000-0001', 3), ...chainOf('QH-0000-0000-0002', 2)];
const { hash, ...known } = headOf(events);
const head = { ...known, head: hash };

describe('npm run audit -- verify', () => {
  it('finds a record whole', () => {
    expect(audit('verify', fileOf('whole', [...events, head]))).toMatchObject({
      status: 0,
      stdout: '2 cases, 5 events: 0 broken\n',
    });
  });

  it('names the event that was changed and the one that is missing, and says nothing of what they hold', () => {
    const [first, second, third, fourth] = events;
    const { status, stdout, stderr } = audit(
      'verify',
      fileOf('broken', [first!, { ...second, findings: '未见异常。' }, third!, fourth!]),
      fileOf('heads', [head]),
    );
    expect(stdout.split('\n')).toEqual([
      'QH-0000-0000-0001: event 2 does not say what it said when it was written',
      'QH-0000-0000-0002: event 2 is missing',
      '2 cases, 4 events: 2 broken',
      '',
    ]);
    expect([status, stderr]).toEqual([1, '']);
  });

  it('refuses a file that is no record, without printing it', () => {
    const { status, stderr } = audit('verify', fileOf('strange', [...events, { text: '我叫钱测试' }]));
    expect([status, stderr]).toEqual([2, expect.stringMatching(/strange, line 6: neither an event nor a head/)]);
  });

  it('says that nothing was proven where there is nothing, or no ledger for the seal that was kept', () => {
    const nothing = audit('verify', fileOf('nothing', []));
    expect([nothing.status, nothing.stderr]).toEqual([2, expect.stringContaining('holds nothing')]);
    const unsealed = audit('verify', fileOf('unsealed', [...events, head]), '--seal', '0'.repeat(64));
    expect([unsealed.status, unsealed.stdout]).toEqual([1, expect.stringContaining('there is no ledger')]);
  });

  it('proves to a complainant that they were counted, and not to another', () => {
    const receipt = 'QH-0000-0000-0001';
    const ledger = ledgerOf('2026-11-26', [entryLine({ receipt }, sha256), entryLine(events[4]!, sha256)], [], sha256);
    const sealed = fileOf('2026-11-26.jsonl', [ledger.seal, ...ledger.entries.map((line) => JSON.parse(line))]);
    const { stdout } = audit('proof', sealed, 'qh 0000 0000 0001');
    const proof = fileOf('proof', [JSON.parse(stdout)]);
    const kept = sealHash(ledger.seal, sha256);
    expect(audit('prove', proof, '--seal', kept)).toMatchObject({
      status: 0,
      stdout: `${receipt} was counted on 2026-11-26; seal ${kept}\n`,
    });
    expect(audit('prove', proof, '--seal', '0'.repeat(64)).status).toBe(1);
    const stolen = fileOf('stolen', [{ ...JSON.parse(stdout), receipt: 'QH-0000-0000-0002' }]);
    expect(audit('prove', stolen)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('does not lead to the root'),
    });
    expect(audit('proof', sealed, 'QH-0000-0000-0002').status).toBe(1);
    expect(audit('verify', fileOf('record', events), sealed, '--seal', kept)).toMatchObject({
      status: 1,
      stdout: 'QH-0000-0000-0002: stands in none of these ledgers\n2 cases, 5 events: 0 broken\n',
    });
  });

  it('says how it is used after anything else', () => {
    expect(audit('burn', 'it')).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run audit') });
  });
});
