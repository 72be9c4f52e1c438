import { describe, expect, it } from 'vitest';
import { memoryRateLimits } from '../../adapters/memory/rate-limits.ts';
import { createHandler } from '../../functions/show-progress/handler.ts';
import { send } from '../support/intake.ts';
import { policies } from '../support/rules.ts';
import { newWorld } from '../support/world.ts';

async function office() {
  const world = newWorld();
  const { receipt, queryCode } = await world.complain('2026-06-01 10:00');
  await world.order('2026-06-02 10:00', 'county', receipt, { type: 'accept' });
  const handler = createHandler({
    complaints: world.vault,
    cases: world.cases,
    limits: memoryRateLimits(),
    policies,
    equalInConstantTime: (one, other) => one === other,
  });
  const ask = (path: Record<string, string>, headers: Record<string, string> = {}) =>
    send(handler, { method: 'GET', path, headers });
  return { receipt, queryCode, ask };
}

describe('GET /v1/complaints/{receipt}', () => {
  it('shows the progress to who has the query code', async () => {
    const { receipt, queryCode, ask } = await office();
    const { status, json } = await ask({ receipt }, { 'x-query-code': queryCode });
    expect(status).toBe(200);
    expect(json).toMatchObject({ receipt, status: 'accepted', statusText: '已受理', answerBy: expect.any(String) });
    expect(json.timeline).toHaveLength(3);
  });

  it('answers a wrong code, a missing code and an unknown receipt word for word alike', async () => {
    const { receipt, ask } = await office();
    const answers = await Promise.all([
      ask({ receipt }, { 'x-query-code': 'ZZZZZZZZ' }),
      ask({ receipt }),
      ask({ receipt: 'QH-0000-0000-0000' }, { 'x-query-code': 'ZZZZZZZZ' }),
      ask({ receipt: 'QH-0000-0000-0000' }),
      ask({ receipt: '%00' }, { 'x-query-code': '查询码' }),
      ask({}),
    ]);
    const seen = answers.map(({ status, type, json: { traceId, ...problem } }) =>
      JSON.stringify({ status, type, problem }),
    );
    expect(new Set(seen).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, json: { title: '登记编号或查询码不正确' } });
  });
});
