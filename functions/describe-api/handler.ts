import type { PartnerFormat } from '../../domain/partners/format.ts';
import { answering, json } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { siteOf } from '../shared/site.ts';
import { documentOf } from './document.ts';
import { ROUTES } from './routes.ts';

/**
 * GET /openapi.json and GET /v1/health. The document is made once, when it is first asked for, but for the address at
 * which it was.
 */
export const createHandler = (formats: readonly PartnerFormat[]) => {
  let document: object | undefined;
  return answering(async (event) => {
    if (event.rawPath === '/v1/health') return json(200, { status: 'ok' });
    if (event.rawPath !== '/openapi.json') throw new Refusal('unknown-route');
    document ??= documentOf(ROUTES, { url: '/', formats });
    return json(200, { ...document, servers: [{ url: siteOf(event) }] });
  });
};
