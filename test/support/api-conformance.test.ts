import { describe, expect, it } from 'vitest';
import { documentOf } from '../../functions/describe-api/document.ts';
import { ROUTES } from '../../functions/describe-api/routes.ts';
import { conformanceTo, type Exchange, type OpenApiDocument } from './api-conformance.ts';

// What holds the traffic of all e2e tests against /openapi.json must itself be able to find something.

const document = JSON.parse(JSON.stringify(documentOf(ROUTES))) as OpenApiDocument;
const faultsOf = conformanceTo(document);

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const RECEIPT = {
  receipt: 'QH-7KX4-M9P2-Q3T8',
  queryCode: 'X7K2M9P4',
  receivedAt: '2026-11-20T13:03:00.000Z',
  answerBy: '2026-12-05T16:00:00.000Z',
};

type Part = { readonly [key in 'method' | 'target']?: string } & {
  readonly request?: { readonly headers?: object; readonly body?: unknown };
  readonly answer?: { readonly status?: number; readonly headers?: object; readonly body?: unknown };
};

const bytes = (body: unknown) => Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));

/** A form that was taken, but for what a test says otherwise. */
const exchange = ({ method = 'POST', target = '/v1/complaints', request, answer }: Part = {}): Exchange => ({
  method,
  target,
  request: { headers: { ...JSON_TYPE, ...request?.headers }, body: bytes(request?.body ?? { text: '扰民' }) },
  answer: {
    status: answer?.status ?? 202,
    headers: { ...JSON_TYPE, date: 'today', ...answer?.headers },
    body: bytes(answer?.body ?? RECEIPT),
  },
});

const problem = { type: 'urn:huiyin:problem:broken-json', title: '有误', status: 400, traceId: 't' };
const asProblem = { 'content-type': 'application/problem+json; charset=utf-8' };
const bare = Buffer.alloc(0).toString();

describe('an exchange as /openapi.json has it', () => {
  it.each<[string, Part]>([
    ['a form that was taken', {}],
    ['a problem', { answer: { status: 400, headers: asProblem, body: problem } }],
    ['an answer of the gateway', { answer: { status: 413, body: { message: 'Request Entity Too Large' } } }],
    [
      'a refused request, whatever it held',
      {
        request: { headers: { 'content-type': 'text/plain' }, body: 'text=1' },
        answer: {
          status: 415,
          headers: asProblem,
          body: { ...problem, type: 'urn:huiyin:problem:unsupported-media-type' },
        },
      },
    ],
    [
      'an address that does not exist',
      { target: '/v1/nothing', answer: { status: 404, body: { message: 'Not Found' } } },
    ],
  ])('passes: %s', (_, part) => {
    expect(faultsOf(exchange(part))).toEqual([]);
  });
});

describe('an exchange that is not as /openapi.json has it', () => {
  const progress = { target: '/v1/complaints/QH-1', method: 'GET' };
  const shown = { receipt: 'QH-1', status: 'closed', statusText: '已办结', timeline: [] };
  const cases = { method: 'GET', target: '/v1/cases', request: { body: bare, headers: {} } };

  it.each<[string, Part, RegExp]>([
    ['a status', { answer: { status: 201 } }, /status that is not declared/],
    [
      'a type of content',
      { answer: { headers: { 'content-type': 'text/html' } } },
      /type "text\/html", which is not declared/,
    ],
    [
      'a field too few',
      { answer: { body: { ...RECEIPT, receipt: undefined } } },
      /must have required property 'receipt'/,
    ],
    ['a field too many', { answer: { body: { ...RECEIPT, text: '扰民' } } }, /must NOT have additional properties/],
    ['a value', { answer: { body: { ...RECEIPT, answerBy: 'soon' } } }, /answerBy must match/],
    ['a header', { answer: { headers: { 'x-powered-by': 'magic' } } }, /header x-powered-by, which is not declared/],
    [
      'another problem',
      { answer: { status: 400, headers: asProblem, body: { ...problem, type: 'urn:huiyin:problem:not-yours' } } },
      /type must be equal to one of/,
    ],
    ['what a taken request holds', { request: { body: { text: 7 } } }, /request: \/text must be string/],
    ['what a taken request is', { request: { headers: { 'content-type': 'text/plain' } } }, /request: .*not declared/],
    [
      'a header of a taken request',
      { request: { headers: { 'idempotency-key': '钥匙' } } },
      /header Idempotency-Key that/,
    ],
    [
      'a header that a taken request lacks',
      { ...progress, request: { body: bare }, answer: { status: 200, body: shown } },
      /without its header X-Query-Code/,
    ],
    [
      'a body where there is none',
      { ...cases, request: { body: '{}' }, answer: { status: 200, body: { cases: [] } } },
      /a body that is not described/,
    ],
    [
      'staff without a token',
      { ...cases, answer: { status: 200, body: { cases: [] } } },
      /without what its security asks for/,
    ],
    ['an address', { target: '/v1/secrets', answer: { status: 200 } }, /served and not described/],
    ['a method', { method: 'DELETE', answer: { status: 200 } }, /served and not described/],
  ])('is found: %s', (_, part, fault) => {
    expect(faultsOf(exchange(part)).join('\n')).toMatch(fault);
  });
});
