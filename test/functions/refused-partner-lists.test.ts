import { describe, expect, it } from 'vitest';
import { listWorld, sendList, TWO_ROWS } from '../support/partner-lists.ts';

const WIDE = ['工单编号', ...Array.from({ length: 18_000 }, (_, column) => `c${column.toString(36)}`)].join(',');

describe('a list is refused as a whole', () => {
  it.each([
    ['under a signature of another list', TWO_ROWS, { signed: 'x' }, 401],
    ['of another media type', TWO_ROWS, { type: 'image/png' }, 415],
    ['in a charset that the gateway does not keep', TWO_ROWS, { type: 'text/csv; charset=gb18030' }, 415],
    ['without headings', 'a,b\nc,d\n', {}, 400],
    ['that is empty', '', {}, 400],
    ['that is JSON but no list', '{"orders":7}', { type: 'application/json' }, 400],
    ['that is broken JSON', '[{', { type: 'application/json' }, 400],
    ['of more columns than any office keeps, each of which costs every row', `${WIDE}\n${'x\n'.repeat(900)}`, {}, 400],
    ['of 1 001 rows', `工单编号\n${'x\n'.repeat(1001)}`, {}, 413],
    ['of more than 4 MB', 'x'.repeat(4 * 1024 * 1024 + 1), {}, 413],
  ])('%s', async (_, body, options, status) => {
    const deps = listWorld();
    const answer = await sendList(deps, body, options);
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json; charset=utf-8']);
    expect(deps.vault.all()).toEqual([]);
  });

  it('beyond so many a minute, with the time to come back', async () => {
    const deps = listWorld();
    const answers = await Promise.all(Array.from({ length: 31 }, () => sendList(deps, '工单编号\n')));
    const late = answers.filter(({ status }) => status === 429);
    expect(late).toMatchObject([{ headers: { 'retry-after': '60', 'ratelimit-policy': '"partner-lists";q=30;w=60' } }]);
  });
});
