import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { jsonBody } from '../../../../functions/shared/http/body.ts';
import { answering, json } from '../../../../functions/shared/http/http.ts';
import { receivedAt } from '../../../../functions/shared/time.ts';

const Form = z.object({ text: z.string().trim().min(1).max(5), 'a/b': z.object({ n: z.number() }).optional() });
const handler = answering(async (event) => json(202, { got: jsonBody(Form, event, { maxBytes: 100 }).text }));

const post = async (body: string | undefined, contentType = 'application/json', isBase64Encoded = false) => {
  const event = {
    headers: { 'content-type': contentType },
    body,
    isBase64Encoded,
    requestContext: { requestId: 'trace-1' },
  };
  const answer = await handler(event as unknown as APIGatewayProxyEventV2, {} as Context);
  return { status: answer.statusCode, type: answer.headers?.['content-type'], body: JSON.parse(answer.body ?? '') };
};

describe('a JSON request', () => {
  it('is taken plain or as base64', async () => {
    expect((await post('{"text":"臭"}', 'application/json; charset=utf-8')).body).toEqual({ got: '臭' });
    expect((await post(btoa('{"text":"hi"}'), 'application/json', true)).body).toEqual({ got: 'hi' });
  });

  it('never hands on half a character, which no store takes', async () => {
    expect((await post(String.raw`{"text":"a\ud800"}`)).body).toEqual({ got: 'a\ufffd' });
  });

  it.each([
    ['in another media type', 'text=1', 'text/plain', 415],
    ['that is no JSON', '{"text":', 'application/json', 400],
    ['without a body', undefined, 'application/json', 400],
    ['that is too long', JSON.stringify({ text: 'x'.repeat(100) }), 'application/json', 413],
  ])('%s is refused with a problem in Chinese', async (_, body, contentType, status) => {
    const answer = await post(body, contentType);
    expect(answer).toMatchObject({ status, type: 'application/problem+json; charset=utf-8' });
    expect(answer.body).toMatchObject({ status, traceId: 'trace-1', title: expect.stringMatching(/\p{Script=Han}/u) });
  });

  it('hears which fields are wrong, and where', async () => {
    const { status, body } = await post('{"text":"  ","a/b":{"n":"x"}}');
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { pointer: '/text', detail: '至少需要1个字' },
      { pointer: '/a~1b/n', detail: '类型不正确，应为数字' },
    ]);
    expect((await post('{}')).body.errors).toEqual([{ pointer: '/text', detail: '此项必填' }]);
  });
});

it('a failure inside is told as such, without its cause', async () => {
  const failing = answering(() => Promise.reject(new Error('table of Mr Zhang is gone')));
  const answer = await failing({ requestContext: { requestId: 't' } } as APIGatewayProxyEventV2, {} as Context);
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('Zhang');
});

it.each([201, 2_049, 3_000, 100_000])(
  'a name in the path of %i characters is cut, for no table may be asked for it',
  async (length) => {
    const seen: unknown[] = [];
    const handler = answering(async ({ pathParameters }) => {
      seen.push(pathParameters?.id?.length);
      return json(404, {});
    });
    const event = { pathParameters: { id: 'x'.repeat(length) }, requestContext: { requestId: 't' } };
    await handler(event as unknown as APIGatewayProxyEventV2, {} as Context);
    expect(seen).toEqual([200]);
  },
);

it('the time of a request is the time at the gateway', () => {
  expect(receivedAt({ requestContext: { timeEpoch: 1_790_000_000_123 } })).toBe('2026-09-21T14:13:20.123Z');
});
