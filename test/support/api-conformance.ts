import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
}

interface Described {
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, object>>;
  readonly headers?: Readonly<Record<string, { readonly required: boolean }>>;
}

interface Operation {
  readonly parameters: readonly Parameter[];
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: Described;
  readonly responses: Readonly<Record<string, Described>>;
}

interface SecurityScheme {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
}

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly securitySchemes: Readonly<Record<string, SecurityScheme>> };
}

type Headers = Readonly<Record<string, string | undefined>>;

/** One request and what came back. Names of headers are in small letters. */
export interface Exchange {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly request: { readonly headers: Headers; readonly body: Buffer };
  readonly answer: { readonly status: number; readonly headers: Headers; readonly body: Buffer };
}

/** What every HTTP answer may carry without saying so. */
const UNDECLARED =
  /^(connection|content-(length|type|security-policy)|date|keep-alive|transfer-encoding|cache-control|x-content-type-options|x-frame-options|referrer-policy|permissions-policy|strict-transport-security|cross-origin-.*)$/;

const GATEWAY_NOT_FOUND = '{"message":"Not Found"}';

/**
 * Tells what of an exchange an OpenAPI 3.1 document does not allow: an answer that it does not declare (status, type of
 * content, headers, schema), a request that was taken although it declares another, and an address that is served
 * without being described.
 */
export function conformanceTo(document: OpenApiDocument): (exchange: Exchange) => string[] {
  const matches = schemasOf(document);
  return (exchange) => {
    const found = operationAt(document, exchange);
    const { status, body } = exchange.answer;
    if (!found) return status === 404 && body.toString() === GATEWAY_NOT_FOUND ? [] : ['is served and not described'];
    const { operation, pointer, parameters } = found;
    return [
      ...answerFaults(exchange, operation, pointer, matches),
      ...(status < 400 ? requestFaults(exchange, operation, pointer, parameters, matches) : []),
      ...(status < 400 && !isSecured(exchange, operation, document)
        ? ['was taken without what its security asks for']
        : []),
    ];
  };
}

type Matches = (pointer: string, value: unknown, isText: boolean) => string[];

/** By the text of the document: schemas are compiled once for all files of a run, which takes seconds. */
const compiledBefore = new Map<string, Matches>();

/**
 * Checks a value against the schema at a JSON pointer of the document. Texts become numbers where the schema wants
 * them.
 */
function schemasOf(document: OpenApiDocument): Matches {
  const text = JSON.stringify(document);
  const matches = compiledBefore.get(text) ?? schemasCompiled(document);
  compiledBefore.set(text, matches);
  return matches;
}

function schemasCompiled(document: OpenApiDocument): Matches {
  const validators = [false, true].map((coerceTypes) => {
    // A schema is used a few times: code that is made better takes longer than it saves.
    const ajv = new Ajv2020.default({ strict: false, coerceTypes, code: { optimize: false } });
    addFormats.default(ajv);
    ajv.addSchema(closed(document), 'api');
    return { ajv, compiled: new Map<string, ValidateFunction>() };
  });
  return (pointer, value, isText) => {
    const { ajv, compiled } = validators[isText ? 1 : 0]!;
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` });
    compiled.set(pointer, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'the value'} ${message}`);
  };
}

/** Clients must bear fields that they do not know; of ours, none may be answered that is not described. */
function closed(document: OpenApiDocument): OpenApiDocument {
  const answersOf = ({ responses, ...operation }: Operation) => ({ ...operation, responses: withoutOthers(responses) });
  const paths = Object.entries(document.paths).map(([path, operations]) => {
    const answers = Object.entries(operations).map(([method, operation]) => [method, answersOf(operation)]);
    return [path, Object.fromEntries(answers)];
  });
  return { ...document, paths: Object.fromEntries(paths) } as OpenApiDocument;
}

function withoutOthers(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutOthers);
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('allOf' in schema) return { ...schema, unevaluatedProperties: false };
  const inner = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, withoutOthers(value)]));
  const isOpen = inner.type === 'object' && 'properties' in inner && !('additionalProperties' in inner);
  return isOpen ? { ...inner, additionalProperties: false } : inner;
}

function operationAt({ paths }: OpenApiDocument, { method, target }: Exchange) {
  const path = target.split('?')[0]!;
  const fitting = Object.keys(paths).filter((template) => patternOf(template).test(path));
  // As the gateway does: what is written out goes before what is a parameter.
  const [template] = fitting.toSorted((one, other) => one.split('{').length - other.split('{').length);
  const operation = template && paths[template]?.[method.toLowerCase()];
  if (!template || !operation) return undefined;
  const pointer = `/paths/${escaped(template)}/${method.toLowerCase()}`;
  return { operation, pointer, parameters: patternOf(template).exec(path)?.groups ?? {} };
}

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

const escaped = (segment: string): string => encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));

function answerFaults({ answer }: Exchange, { responses }: Operation, pointer: string, matches: Matches): string[] {
  const { status, headers, body } = answer;
  const declared = responses[status];
  if (!declared) return ['answers with a status that is not declared'];
  const at = `${pointer}/responses/${status}`;
  const promised = Object.entries(declared.headers ?? {});
  const names = new Set(promised.map(([name]) => name.toLowerCase()));
  const strange = Object.keys(headers).filter((name) => !UNDECLARED.test(name) && !names.has(name));
  return [
    ...bodyFaults(declared, headers['content-type'], body, at, matches),
    ...strange.map((name) => `answers with the header ${name}, which is not declared`),
    ...promised.flatMap(([name, { required }]) => {
      const value = headers[name.toLowerCase()];
      if (value === undefined) return required ? [`answers without the header ${name}`] : [];
      return matches(`${at}/headers/${escaped(name)}/schema`, value, true).map((fault) => `header ${name}: ${fault}`);
    }),
  ];
}

function requestFaults(
  { target, request }: Exchange,
  { parameters, requestBody }: Operation,
  pointer: string,
  inPath: Readonly<Record<string, string>>,
  matches: Matches,
): string[] {
  const query = Object.fromEntries(new URLSearchParams(target.split('?')[1] ?? ''));
  const given = { path: inPath, query, header: request.headers };
  const faults = parameters.flatMap((parameter, index) => {
    const value = (given[parameter.in] as Headers)[
      parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name
    ];
    if (value === undefined)
      return parameter.required ? [`was taken without its ${parameter.in} ${parameter.name}`] : [];
    const broken = matches(`${pointer}/parameters/${index}/schema`, value, true);
    return broken.map((fault) => `was taken with ${parameter.in} ${parameter.name} that ${fault}`);
  });
  if (!requestBody)
    return request.body.length > 0 ? [...faults, 'was taken with a body that is not described'] : faults;
  const content = bodyFaults(
    requestBody,
    request.headers['content-type'],
    request.body,
    `${pointer}/requestBody`,
    matches,
  );
  return [...faults, ...content.map((fault) => `request: ${fault}`)];
}

function bodyFaults(
  { content }: Described,
  type: string | undefined,
  body: Buffer,
  at: string,
  matches: Matches,
): string[] {
  const mediaType = (type ?? '').split(';')[0]!.trim().toLowerCase();
  if (!content) return body.length > 0 ? ['has a body where none is declared'] : [];
  if (!Object.hasOwn(content, mediaType)) return [`has a body of type "${mediaType}", which is not declared`];
  const { value, isText } = contentIn(mediaType, body);
  return matches(`${at}/content/${escaped(mediaType)}/schema`, value, isText);
}

function contentIn(mediaType: string, body: Buffer): { value: unknown; isText: boolean } {
  if (mediaType === 'application/x-www-form-urlencoded')
    return { value: fieldsOf(new URLSearchParams(body.toString())), isText: true };
  if (!/[/+]json$/.test(mediaType)) return { value: body.toString(), isText: false };
  try {
    return { value: JSON.parse(body.toString()), isText: false };
  } catch {
    return { value: undefined, isText: false };
  }
}

/** A field that comes several times is a list. */
function fieldsOf(form: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}

function isSecured({ target, request }: Exchange, { security }: Operation, { components }: OpenApiDocument): boolean {
  const query = new URLSearchParams(target.split('?')[1] ?? '');
  const has = (scheme: string): boolean => {
    const { type, in: place, name = '' } = components.securitySchemes[scheme]!;
    if (type === 'http') return /^Bearer ./.test(request.headers.authorization ?? '');
    return place === 'query' ? query.has(name) : request.headers[name] !== undefined;
  };
  return security.length === 0 || security.some((alternative) => Object.keys(alternative).every(has));
}
