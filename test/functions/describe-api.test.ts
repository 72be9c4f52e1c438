import { Validator } from '@seriousme/openapi-schema-validator';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../functions/describe-api/handler.ts';
import { requestEvent } from '../support/intake.ts';
import { formatNamed } from '../support/partners.ts';

const FORMATS = ['order-12345', 'inspection-batch'].map(formatNamed);

const get = async (rawPath: string) => {
  const event = { ...requestEvent({ method: 'GET' }), rawPath } as APIGatewayProxyEventV2;
  const { statusCode, body } = await createHandler(FORMATS)(event, {} as Context);
  return { status: statusCode, json: JSON.parse(body ?? '') };
};

describe('GET /openapi.json', () => {
  it('describes every route in OpenAPI 3.1, with the schemas that check', async () => {
    const { json } = await get('/openapi.json');

    expect(json.openapi).toMatch(/^3\.1/);
    const { post } = json.paths['/v1/complaints'];
    const { properties } = post.requestBody.content['application/json'].schema;
    expect(properties.text.anyOf[0]).toMatchObject({ type: 'string', maxLength: 20_000 });
    expect(post.parameters).toMatchObject([{ name: 'Idempotency-Key', in: 'header', required: false }]);
    expect(Object.keys(post.responses)).toEqual(['202', '400', '413', '415', '422', '429', '500', '503']);
  });

  it('is a valid OpenAPI document', async () => {
    const { json } = await get('/openapi.json');
    expect(await new Validator().validate(json)).toEqual({ valid: true });
  });

  it('names the types of problem that an answer may have, by its status', async () => {
    const { json } = await get('/openapi.json');
    const { responses } = json.paths['/v1/channels/partners/{partner}'].post;
    expect(responses['401'].content['application/problem+json'].schema.allOf).toEqual([
      { $ref: '#/components/schemas/Problem' },
      { type: 'object', properties: { type: { enum: ['urn:huiyin:problem:signature-invalid'] } } },
    ]);
  });

  it('tells what the gateway answers by itself from what its functions do', async () => {
    const { json } = await get('/openapi.json');
    expect(Object.keys(json.paths['/v1/complaints'].post.responses['413'].content)).toEqual([
      'application/problem+json',
      'application/json',
    ]);
    expect(Object.keys(json.paths['/v1/cases'].get.responses['401'].content)).toEqual(['application/json']);
  });

  it('asks a signed request for its three headers', async () => {
    const { json } = await get('/openapi.json');
    const signed = Object.values<{ post?: { security: object[]; parameters: { name: string; in: string }[] } }>(
      json.paths,
    )
      .flatMap(({ post }) => (post ? [post] : []))
      .filter(({ security }) => security.some((way) => 'webhook' in way));
    expect(signed.length).toBeGreaterThan(1);
    for (const { parameters } of signed) {
      const headers = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
      expect(headers.slice(0, 3)).toEqual(['webhook-id', 'webhook-timestamp', 'webhook-signature']);
    }
  });

  it('says which routes want a staff token', async () => {
    const { json } = await get('/openapi.json');
    const operationsOf = (path: string): { security: object[] }[] => Object.values(json.paths[path]);
    const isGuarded = (path: string) =>
      operationsOf(path).every(({ security }) => security.some((way) => 'staff' in way));
    const guarded = Object.keys(json.paths).filter(isGuarded);
    expect(guarded).toEqual([
      ...['/v1/cases', '/v1/cases/export', '/v1/cases/{id}', '/v1/cases/{id}/events', '/v1/cases/{id}/notices'],
      ...['/v1/cases/{id}/print', '/v1/cases/{id}/papers/{number}', '/v1/cases/{id}/archive'],
      ...['/v1/cases/{id}/documents', '/v1/cases/{id}/documents/{kind}'],
      ...['/v1/cases/{id}/complaints/{receipt}/attachments/{number}', '/v1/cases/{id}/materials/{number}'],
      ...['/v1/cases/{id}/uploads', '/v1/cases/{id}/commands'],
      ...['/v1/cases/batch', '/v1/organs', '/v1/officers/{sub}/hand-over', '/v1/cases/{id}/complainant'],
      '/v1/access',
      ...['/v1/organs/{id}/people', '/v1/organs/{id}/people/changes', '/v1/organs/{id}/absences'],
      '/v1/organs/{id}/digests',
    ]);
  });
});

it('GET /v1/health answers', async () => {
  expect(await get('/v1/health')).toEqual({ status: 200, json: { status: 'ok' } });
});
