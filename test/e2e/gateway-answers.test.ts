import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Answer, call, demoProvince } from './support/running.ts';

// What never reaches a function, or is not answered by it: the second table of docs/errors.md.
const stack = demoProvince('2026-09-10T02:00:00.000Z');

const [, table = ''] = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'errors.md'), 'utf8').split(
  '## Answers of the gateway',
);
const told = [...table.matchAll(/^\| (\d{3}) \| ([^|]+) \|/gm)].flatMap(([, status, messages]) =>
  [...messages!.matchAll(/`([^`]+)`/g)].map(([, message]) => `${status} ${message}`),
);

const bytes = (megabytes: number) => ({
  body: new Uint8Array(megabytes * 1024 * 1024).fill(0x20),
  headers: { 'content-type': 'application/json' },
});

/** The function dies while a request is in its hands. */
async function killed(): Promise<Answer> {
  const atWork = stack().atWork('accept-web-complaint');
  const answer = call(stack(), 'POST', '/v1/complaints', { body: { text: '扰民' } });
  await atWork;
  await stack().killWorkers('accept-web-complaint');
  return answer;
}

const WAYS_TO: Readonly<Record<string, () => Promise<Answer>>> = {
  '401 Unauthorized': () => call(stack(), 'GET', '/v1/cases'),
  '404 Not Found': () => call(stack(), 'DELETE', '/v1/complaints'),
  '413 Request Entity Too Large': () => call(stack(), 'POST', '/v1/complaints', bytes(11)),
  '413 Request Too Long': () => call(stack(), 'POST', '/v1/complaints', bytes(7)),
  '500 Internal Server Error': killed,
};

/**
 * Made by what the local stack does not have: a limit for the whole stage, and a function that is slow by half a
 * minute.
 */
const NOT_HERE = ['429 Too Many Requests', '503 Service Unavailable'];

it('docs/errors.md tells of each answer of the gateway', () => {
  expect([...Object.keys(WAYS_TO), ...NOT_HERE].toSorted()).toEqual(told.toSorted());
});

it.each(Object.entries(WAYS_TO))('the gateway answers %s', async (name, ask) => {
  const { status, type, json } = await ask();
  expect([`${status} ${json?.message}`, type]).toEqual([name, 'application/json']);
});
