import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../adapters/digest.ts';
import { memoryLedgers } from '../../adapters/memory/ledgers.ts';
import { memoryRateLimits } from '../../adapters/memory/rate-limits.ts';
import { sealHash } from '../../domain/audit/ledger.ts';
import { checkProof, ProofSchema } from '../../domain/audit/proof.ts';
import { createHandler as showProgressPage } from '../../functions/show-progress-page/handler.ts';
import { createHandler } from '../../functions/show-proof/handler.ts';
import { sealDue } from '../../usecases/audit/seal-due.ts';
import type { Receipt } from '../../usecases/intake/accept-complaint.ts';
import { send } from '../support/intake.ts';
import { formOf, pagesWorld } from '../support/pages.ts';
import { beijing } from '../support/rules.ts';
import { newWorld } from '../support/world.ts';

async function office() {
  const world = newWorld();
  const ledgers = memoryLedgers();
  const mine = await world.complain('2026-06-01 10:00');
  for (const minute of [10, 20, 30]) await world.complain(`2026-06-01 10:${minute}`, { sourceId: `form-${minute}` });
  const { site, policies, equalInConstantTime } = pagesWorld();
  const deps = { site, complaints: world.vault, ledgers, limits: memoryRateLimits(), equalInConstantTime, sha256 };
  const seal = (time: string) =>
    sealDue(beijing(time), { entries: world.entries, ledgers, tell: async () => {}, sha256 });
  const ask = (time: string, { receipt, queryCode }: Pick<Receipt, 'receipt' | 'queryCode'> = mine) =>
    send(createHandler(deps), {
      method: 'GET',
      path: { receipt },
      headers: { 'x-query-code': queryCode },
      at: Date.parse(beijing(time)),
    });
  const look = (time: string, more: Record<string, string> = {}) =>
    send(createHandler(deps), formOf({ ...mine, ...more }, { at: Date.parse(beijing(time)) }));
  const progress = (time: string) => {
    const page = showProgressPage({ ...deps, policies, cases: world.cases, newKey: () => 'key-00000000000000000001' });
    return send(page, formOf({ ...mine }, { at: Date.parse(beijing(time)) }));
  };
  return { ...world, mine, ledgers, seal, ask, look, progress };
}

describe('GET /v1/complaints/{receipt}/proof', () => {
  it('proves that the complaint was counted, to a program that knows nothing but the hash of the seal', async () => {
    const { ask, seal, mine, ledgers } = await office();
    await seal('2026-06-02 01:00');
    const { status, text } = await ask('2026-06-02 08:00');
    expect(status).toBe(200);
    const file = join(mkdtempSync(join(tmpdir(), 'proof-')), 'proof.json');
    writeFileSync(file, text);
    const kept = sealHash(ledgers.all().at(-1)!.seal, sha256);
    const prove = (hash: string) =>
      spawnSync(process.execPath, ['bin/audit.ts', 'prove', file, '--seal', hash], { encoding: 'utf8' });
    expect(prove(kept)).toMatchObject({
      status: 0,
      stdout: `${mine.receipt} was counted on 2026-06-01; seal ${kept}\n`,
    });
    expect(prove('0'.repeat(64)).status).toBe(1);
  });

  it('of which anything was changed proves nothing', async () => {
    const { ask, seal, ledgers } = await office();
    await seal('2026-06-02 01:00');
    const { text } = await ask('2026-06-02 08:00');
    const kept = sealHash(ledgers.all().at(-1)!.seal, sha256);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 127 }), (at, flip) => {
        const code = String.fromCharCode(text.charCodeAt(at) ^ flip);
        const proof = ProofSchema.safeParse(jsonOf(text.slice(0, at) + code + text.slice(at + 1))).data;
        const found = proof && checkProof(proof, sha256);
        expect(found?.holds === true && found.seal === kept).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('says from when on to ask, as long as the day is not sealed', async () => {
    const { ask, seal } = await office();
    const detail = '2026年6月2日（周二）01:00之后再试';
    expect(await ask('2026-06-01 11:00')).toMatchObject({
      status: 404,
      json: { title: '登记总账里还没有这件投诉', detail },
    });
    await seal('2026-06-02 00:30');
    expect((await ask('2026-06-02 00:59')).json.detail).toBe(detail);
  });

  it('finds what the stream brought a day late in the ledger of the next', async () => {
    const { ask, seal, complain, ledgers } = await office();
    await seal('2026-06-02 01:00');
    const late = await complain('2026-06-01 23:59', { sourceId: 'late' });
    await seal('2026-06-03 01:00');
    const { status, json } = await ask('2026-06-03 08:00', late);
    expect([status, json.seal.day]).toEqual([200, '2026-06-02']);
    expect(ledgers.all()).toHaveLength(2);
  });

  it('answers a wrong code as an unknown receipt', async () => {
    const { ask, mine } = await office();
    const answers = [
      await ask('2026-06-02 08:00', { ...mine, queryCode: 'ZZZZZZZZ' }),
      await ask('2026-06-02 08:00', { receipt: 'QH-0000-0000-0000', queryCode: 'ZZZZZZZZ' }),
    ];
    expect(answers.map(({ status, json }) => [status, json.title])).toEqual([
      [404, '登记编号或查询码不正确'],
      [404, '登记编号或查询码不正确'],
    ]);
  });
});

describe('on the pages', () => {
  it('a complainant reads on the first day when to look, and from the next on goes to the proof', async () => {
    const { progress } = await office();
    expect((await progress('2026-06-01 11:00')).text).toContain('2026年6月2日（周二）01:00之后，可以在这里核实');
    const { text } = await progress('2026-06-02 08:00');
    expect(text).toContain('<h2>我的投诉已计入</h2>');
    expect(text).toContain('action="/progress/proof"');
  });

  it('sees the root of the day in plain words, and takes the same proof along that programs get', async () => {
    const { look, ask, seal, ledgers } = await office();
    await seal('2026-06-02 01:00');
    const { text } = await look('2026-06-02 08:00');
    expect(text).toContain('2026年6月1日的登记总账共8条，您的这件投诉在里面');
    expect(text).toContain(`<code>${ledgers.all().at(-1)!.seal.root}</code>`);
    const file = await look('2026-06-02 08:00', { as: 'file' });
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="proof-QH-/);
    expect(file.text).toBe((await ask('2026-06-02 08:00')).text);
  });

  it('is told whom to call where the complaint stands in no ledger in which it should', async () => {
    const { look, seal } = await office();
    await seal('2026-07-01 01:00');
    expect((await look('2026-07-01 08:00')).text).toContain('登记总账里没有这件投诉');
  });
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
