import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../functions/describe-api/document.ts';
import { ROUTES } from '../../functions/describe-api/routes.ts';
import { formatNamed } from '../support/partners.ts';

type Media = Readonly<Record<string, { readonly schema: object; readonly example?: unknown }>>;
interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly description: string;
  readonly requestBody?: { readonly content: Media };
  readonly responses: Readonly<Record<string, { readonly content?: Media }>>;
}

const formats = ['order-12345', 'inspection-batch', 'superior-handover'].map(formatNamed);
const document = JSON.parse(JSON.stringify(documentOf(ROUTES, { url: 'https://huiyin.example', formats })));
const operations = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
);
const ajv = new Ajv2020.default({ strict: false });
addFormats.default(ajv);
ajv.addSchema(document, 'api');

const faultsOf = (schema: object, value: unknown) => {
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')));
  return validate(value) ? [] : validate.errors;
};

describe.each(operations)('$name', ({ operationId, tags, description, requestBody, responses }) => {
  it('has a name for clients, a place among others and words for people', () => {
    expect(operationId).toMatch(/^[a-z]+([A-Z][a-z0-9]+)*$/);
    expect(document.tags.map(({ name }: { name: string }) => name)).toContain(tags[0]);
    expect(description.length).toBeGreaterThan(5);
  });

  it('shows of each JSON that is sent an example that fits', () => {
    for (const { schema, example } of Object.entries(requestBody?.content ?? {}).flatMap(([type, media]) =>
      type === 'application/json' && JSON.stringify(media.schema).includes('"required"') ? [media] : [],
    )) {
      expect(example).toBeDefined();
      expect(faultsOf(schema, example)).toEqual([]);
    }
  });

  it('shows no example that does not fit', () => {
    const shown = [requestBody?.content ?? {}, ...Object.values(responses).map(({ content = {} }) => content)]
      .flatMap((content) => Object.values(content))
      .filter(({ example }) => example !== undefined);
    for (const { schema, example } of shown) expect(faultsOf(schema, example)).toEqual([]);
  });
});

it('no two operations have one name', () => {
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
});

it('says where it is', () => {
  expect(document.servers).toEqual([{ url: 'https://huiyin.example' }]);
});

it('no answer is closed, so that a field which comes later breaks no client', () => {
  const answers = operations.flatMap(({ responses }) => Object.values(responses));
  expect(JSON.stringify([answers, document.components.schemas])).not.toContain('"additionalProperties":false');
});

it('nothing stands beside a $ref, where many programs do not look', () => {
  const beside: string[] = [];
  JSON.stringify(document, (_, value) => {
    if (value && typeof value === 'object' && '$ref' in value && Object.keys(value).length > 1) beside.push(value.$ref);
    return value;
  });
  expect(beside).toEqual([]);
});

it('every route that takes a body tells of 415, 413 and 400', () => {
  for (const { name, requestBody, responses } of operations.filter(({ name }) => !/wechat|wecom/.test(name)))
    if (requestBody) expect([name, Object.keys(responses)]).toEqual([name, expect.arrayContaining(['413', '415'])]);
});

it('names the headings of lists, of each format that the province has, and what must be there', () => {
  const { description } = operations.find(({ name }) => name.endsWith('/batches'))!;
  for (const { title, fields } of formats) {
    expect(description).toContain(title);
    for (const { from } of Object.values(fields).flat()) for (const name of from) expect(description).toContain(name);
  }
  expect(description).toMatch(/（必填）：`orderNo`、`工单编号`/);
});
