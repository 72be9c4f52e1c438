import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentOf } from '../../functions/describe-api/document.ts';
import { ROUTES } from '../../functions/describe-api/routes.ts';
import { type ValidatingProxy, validatingProxy } from './validating-proxy.ts';

/** A service that describes itself as ours, and says of its health what is not described. */
const liar = createServer((request, response) => {
  const body = request.url === '/openapi.json' ? documentOf(ROUTES) : { status: 'unwell' };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});
let proxy: ValidatingProxy;

beforeAll(async () => {
  await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve));
  proxy = await validatingProxy(`http://127.0.0.1:${(liar.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await proxy.stop();
  liar.close();
});

it('passes everything on as it is, and tells once of what is not as described', async () => {
  for (let time = 0; time < 2; time += 1) {
    const answer = await fetch(`${proxy.url}/v1/health?again`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'unwell' }]);
  }
  await fetch(`${proxy.url}/_local/state`);
  expect(proxy.violations()).toEqual(['GET /v1/health → 200: /status must be equal to constant']);
});
