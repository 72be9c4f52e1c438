import { describe, expect, it } from 'vitest';
import { sealHash } from '../../../domain/audit/ledger.ts';
import { createDeskHandler } from '../../../functions/show-access/desk.ts';
import { sealDays } from '../../../usecases/audit/seal-days.ts';
import { county } from '../../support/county-desk.ts';
import { ask, asStaff, logIn } from '../../support/desk.ts';

/** An auditor on June 2nd; the two days before are sealed, the second with one case. */
async function auditing(role = 'auditor') {
  const desk = await county();
  const { deps, world, at } = desk;
  const { ledgers, sha256 } = deps;
  await world.relayNew();
  const sealed = await sealDays('2026-05-31', [], { entries: world.entries, keep: ledgers.keep, sha256 });
  await sealDays('2026-06-01', sealed, { entries: world.entries, keep: ledgers.keep, sha256 });
  const cookies = await logIn(deps, asStaff({ sub: `county-${role}`, role }));
  const handler = createDeskHandler(deps);
  const read = async (query: Record<string, string> = {}) =>
    await ask(handler, 'GET /desk/seals', { query, cookies, at });
  const file = async (day: string) => await ask(handler, 'GET /desk/seals/{day}', { path: { day }, cookies, at });
  return { ...desk, read, file, ledgers, sha256 };
}

describe('an auditor', () => {
  it('sees that each sealed day holds, and that the days follow each other', async () => {
    const { read } = await auditing();
    const { status, text } = await read();
    expect(status).toBe(200);
    expect(text).toContain('2天的封存逐条核对无误，并且首尾相接');
    expect(text.match(/没有封存/g)).toHaveLength(5);
  });

  it('is told which day does not say what was sealed', async () => {
    const { read, ledgers } = await auditing();
    const { entries } = (await ledgers.read('2026-06-01'))!;
    (entries as string[])[0] = '{"receipt":"forged"}';
    const { text } = await read();
    expect(text).toContain('有1天没有通过核对：2026-06-01');
    expect(text).toContain('内容与封存时不一致');
  });

  it('is told which day does not follow the one before', async () => {
    const { read, ledgers } = await auditing();
    const { seal } = (await ledgers.read('2026-05-31'))!;
    Object.assign(seal, { previous: 'f'.repeat(64) });
    expect((await read()).text).toContain('有2天没有通过核对：2026-05-31、2026-06-01');
  });

  it('holds the hash that they kept against the one that stands', async () => {
    const { read, ledgers, sha256 } = await auditing();
    const hash = sealHash((await ledgers.read('2026-06-01'))!.seal, sha256);
    expect((await read({ day: '2026-06-01', hash })).text).toContain('与您保存的一致');
    expect((await read({ day: '2026-06-01', hash: '0'.repeat(64) })).text).toContain('与您保存的不一致');
    expect((await read({ day: '昨天', hash })).text).toContain('没有这一天的封存');
  });

  it('takes the ledger of a day along, in which nobody is named', async () => {
    const { file, receipt } = await auditing();
    const { status, headers, text } = await file('2026-06-01');
    expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="2026-06-01.jsonl"']);
    const lines = Buffer.from(text, 'base64').toString();
    expect(lines).toContain('"day":"2026-06-01"');
    expect(lines).not.toContain(receipt);
    expect((await file('2026-01-01')).status).toBe(404);
  });

  it('is the only one who sees any of it', async () => {
    const { read, file } = await auditing('head');
    expect([(await read()).status, (await file('2026-06-01')).status]).toEqual([403, 403]);
  });
});
