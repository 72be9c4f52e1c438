import { describe, expect, it } from 'vitest';
import { memoryRateLimits } from '../../../../adapters/memory/rate-limits.ts';
import { answering, json } from '../../../../functions/shared/http/http.ts';
import { Refusal } from '../../../../functions/shared/http/problem.ts';
import { withinLimit } from '../../../../functions/shared/http/rate-limit.ts';
import { receivedAt } from '../../../../functions/shared/time.ts';
import { requestEvent } from '../../../support/intake.ts';

const limit = { name: 'client', key: '192.0.2.7', rule: { limit: 2, windowSeconds: 60 } };

function door(work = async () => json(200, {})) {
  const limits = memoryRateLimits();
  const handler = answering((event) => withinLimit(limit, receivedAt(event), limits, work));
  return (at: number) => handler(requestEvent({ at }), {} as never);
}

describe('who keeps the limit', () => {
  it('is told by headers how many requests are left, and for how long', async () => {
    const knock = door();
    const at = Date.parse('2026-11-20T13:03:20Z');
    const left = [(await knock(at)).headers, (await knock(at + 5000)).headers];
    expect(left).toMatchObject([
      { 'ratelimit-policy': '"client";q=2;w=60', ratelimit: '"client";r=1;t=40' },
      { 'ratelimit-policy': '"client";q=2;w=60', ratelimit: '"client";r=0;t=35' },
    ]);
    expect(left[0]).not.toHaveProperty('retry-after');
  });

  it('is told so beside a refusal as well', async () => {
    const knock = door(() => Promise.reject(new Refusal('broken-json')));
    expect(await knock(0)).toMatchObject({ statusCode: 400, headers: { ratelimit: '"client";r=1;t=60' } });
  });
});

describe('who asks too often', () => {
  it('gets a problem that says when to come back, and nothing is done', async () => {
    let done = 0;
    const knock = door(async () => {
      done += 1;
      return json(200, {});
    });
    await Promise.all([knock(0), knock(0)]);
    const answer = await knock(20_000);

    expect(answer).toMatchObject({
      statusCode: 429,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'retry-after': '40',
        ratelimit: '"client";r=0;t=40',
      },
    });
    expect(JSON.parse(answer.body ?? '')).toMatchObject({
      type: 'urn:huiyin:problem:too-many-requests',
      status: 429,
      title: '请求过于频繁，请稍后再试',
    });
    expect(done).toBe(2);
    expect(await knock(60_000)).toMatchObject({ statusCode: 200 });
  });
});
