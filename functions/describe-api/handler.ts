import { answering, json } from '../shared/http.ts';
import { Refusal } from '../shared/problem.ts';
import { documentOf } from './document.ts';
import { ROUTES } from './routes.ts';

/** GET /openapi.json and GET /v1/health. The document is made once, when it is first asked for. */
export const createHandler = () => {
  let document: object | undefined;
  return answering(async ({ rawPath }) => {
    if (rawPath === '/v1/health') return json(200, { status: 'ok' });
    if (rawPath !== '/openapi.json') throw new Refusal('unknown-route');
    document ??= documentOf(ROUTES);
    return json(200, document);
  });
};
