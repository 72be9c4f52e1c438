import { join } from 'node:path';
import { expect, it } from 'vitest';
import type * as z from 'zod';
import type { Route } from '../../functions/describe-api/route.ts';
import { ROUTES } from '../../functions/describe-api/routes.ts';
import { PROBLEMS, type ProblemName } from '../../functions/shared/http/problems.ts';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'api.md');

const WHO: Readonly<Record<Route['access'], string>> = {
  open: 'anybody',
  webhook: 'a partner, by signature',
  wechat: 'WeChat',
  wecom: 'WeCom',
  staff: 'staff, by token',
};

const code = (text: string): string => `\`${text}\``;
const fieldsOf = (schema: z.ZodObject | undefined): readonly string[] => Object.keys(schema?.shape ?? {});

/** What may be asked beside the path: fields of the query, headers, and the kinds of body. */
function asked({ query, headers, body }: Route): string {
  const parts = [
    ...fieldsOf(query).map((field) => code(`?${field}`)),
    ...fieldsOf(headers).map(code),
    ...Object.keys(body ?? {}).map(code),
  ];
  return parts.join(' ');
}

function answered({ summary, answer: { status, content } }: Route): string {
  const kinds = Object.keys(content).map((kind) => (kind === 'application/json' ? 'JSON' : code(kind)));
  return `${status} ${kinds.join(', ')}: ${summary}`.replace(' :', ':');
}

/** The types of problem that may come instead, by their status. */
function errors({ problems }: Route): string {
  const byStatus = Map.groupBy(problems, (name: ProblemName) => PROBLEMS[name].status);
  return [...byStatus]
    .toSorted(([one], [other]) => one - other)
    .map(([status, names]) => `${status} ${names.map(code).join(' ')}`)
    .join('; ');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ').replaceAll(/ {2,}/g, ' ')} |`;

it('docs/api.md lists every route with who may call it, what it answers and what may stand in the way', async () => {
  const rows = ROUTES.map((route) =>
    row([
      `${route.method.toUpperCase()} ${code(route.path)}`,
      code(route.id),
      WHO[route.access],
      asked(route),
      answered(route),
      errors(route),
    ]),
  );
  const page = [
    '# API',
    'Written and checked by [api.test.ts](../test/generated-docs/api.test.ts) out of the [routes](../functions/describe-api/routes.ts) as they are: `npm run docs` writes it anew. `GET /openapi.json` says the same of a running stack, with every field; whoever connects a program begins with [for integrators](integrators.md).',
    'Staff see and do what their role and their organ may: [rights](rights.md). What may be asked of a case stands in [the life of a case](life-of-a-case.md). The pages for people ([web](web.md), [desk](desk.md)) are no part of the interface.',
    'Errors are named by the end of their type, `urn:huiyin:problem:…`: [errors](errors.md) says what to do about each. `internal-error` (500) may come from any route. The gateway itself answers 401 (no valid token), 413, 429, 500 and 503 with `{"message"}`.',
    [row(['route', 'operation', 'who', 'asks for', 'answers', 'errors']), row(Array(6).fill('---')), ...rows].join(
      '\n',
    ),
  ];
  await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot(PAGE);
});
