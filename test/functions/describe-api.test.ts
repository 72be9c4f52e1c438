import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../functions/describe-api/handler.ts';
import { requestEvent } from '../support/intake.ts';

const get = async (rawPath: string) => {
  const event = { ...requestEvent({ method: 'GET' }), rawPath } as APIGatewayProxyEventV2;
  const { statusCode, body } = await createHandler()(event, {} as Context);
  return { status: statusCode, json: JSON.parse(body ?? '') };
};

describe('GET /openapi.json', () => {
  it('describes every route in OpenAPI 3.1, with the schemas that check', async () => {
    const { json } = await get('/openapi.json');

    expect(json.openapi).toMatch(/^3\.1/);
    expect(Object.keys(json.paths)).toEqual([
      '/v1/complaints',
      '/v1/complaints/{receipt}',
      '/v1/channels/wechat',
      '/v1/channels/email',
      '/v1/channels/partners/{partner}',
      '/v1/cases',
      '/v1/cases/{id}',
      '/v1/cases/{id}/events',
      '/v1/cases/{id}/commands',
      '/v1/health',
    ]);
    const { post } = json.paths['/v1/complaints'];
    expect(post.requestBody.content['application/json'].schema.properties.text).toMatchObject({ maxLength: 20_000 });
    expect(post.parameters).toMatchObject([{ name: 'Idempotency-Key', in: 'header', required: false }]);
    expect(Object.keys(post.responses)).toEqual(['202', '400', '413', '415', '422', '500']);
  });

  it('says which routes want a staff token', async () => {
    const { json } = await get('/openapi.json');
    const operationsOf = (path: string): { security: object[] }[] => Object.values(json.paths[path]);
    const isGuarded = (path: string) =>
      operationsOf(path).every(({ security }) => security.some((way) => 'staff' in way));
    const guarded = Object.keys(json.paths).filter(isGuarded);
    expect(guarded).toEqual(['/v1/cases', '/v1/cases/{id}', '/v1/cases/{id}/events', '/v1/cases/{id}/commands']);
  });
});

it('GET /v1/health answers', async () => {
  expect(await get('/v1/health')).toEqual({ status: 200, json: { status: 'ok' } });
});
