import { describe, expect, it } from 'vitest';
import { readTable } from '../../adapters/tables/read-table.ts';
import { createHandler } from '../../functions/accept-partner-batch/handler.ts';
import { send } from '../support/intake.ts';
import { partnerIntake } from '../support/partners.ts';
import { signedHeaders } from '../support/signing.ts';

const timestamp = '2026-11-20T13:00:00Z';
const submit = (externalId: string, text = '夜间排放刺鼻气味。') => ({
  type: 'complaint.submitted',
  timestamp,
  data: { externalId, text },
});
const urge = (externalId: string, followUpId: string, text = '请尽快办理。') => ({
  type: 'complaint.urged',
  timestamp,
  data: { externalId, followUpId, text },
});

async function list(orders: readonly object[]) {
  const deps = { ...partnerIntake(), readTable };
  const body = JSON.stringify(orders);
  const headers = { 'content-type': 'application/json', ...signedHeaders(body) };
  const { json } = await send(createHandler(deps), { body, headers, path: { partner: 'hotline' } });
  return { json, outcomes: json.rows.map(({ outcome }: { outcome: string }) => outcome), vault: deps.vault };
}

describe('a list in which several rows are about one matter', () => {
  it('takes the matter before what is added to it, wherever each stands', async () => {
    expect((await list([urge('A', '1'), urge('A', '2'), submit('A')])).outcomes).toEqual(Array(3).fill('accepted'));
  });

  it('takes of two rows of one number the first, and says of the second what is true of it', async () => {
    const { outcomes, vault } = await list([submit('A'), submit('A'), submit('A', '另一件事'), submit('B')]);
    expect(outcomes).toEqual(['accepted', 'unchanged', 'refused', 'accepted']);
    expect(vault.all().map(({ text }) => text)).toEqual(['夜间排放刺鼻气味。', '夜间排放刺鼻气味。']);
  });

  it('so it does with two follow-ups of one number', async () => {
    const { outcomes } = await list([submit('A'), urge('A', '1'), urge('A', '1'), urge('A', '1', '换了内容')]);
    expect(outcomes).toEqual(['accepted', 'accepted', 'unchanged', 'refused']);
  });

  it('refuses a call to hurry for a matter that is in no row, and takes those beside it', async () => {
    expect((await list([urge('NONE', '1'), submit('A'), urge('A', '1')])).outcomes).toEqual([
      ...['refused', 'accepted', 'accepted'],
    ]);
  });

  it('lets a faulty row hold up none of its number', async () => {
    const { outcomes, json } = await list([submit('A', ''), submit('A'), urge('A', '1'), { type: 'complaint.x' }]);
    expect(outcomes).toEqual(['refused', 'accepted', 'accepted', 'refused']);
    expect(json.rows.map(({ row }: { row: number }) => row)).toEqual([1, 2, 3, 4]);
  });

  it('keeps a thousand of them', async () => {
    const { json } = await list([...Array.from({ length: 999 }, (_, n) => urge('A', String(n))), submit('A')]);
    expect(json).toMatchObject({ accepted: 1_000, refused: 0 });
  });
});
