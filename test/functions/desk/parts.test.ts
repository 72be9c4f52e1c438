import { expect, it } from 'vitest';
import { ask, deskMemory, loginOf } from '../../support/desk.ts';

const PART = 'GET /desk/parts/{name}';
const part = async (name: string) => await ask(loginOf(deskMemory()), PART, { path: { name } });

it('the desk’s style and script are fetched once, from its own address, and no page lets another run', async () => {
  const page = await ask(loginOf(deskMemory()), 'GET /login');
  const names = [...page.text.matchAll(/(?:href|src)="\/desk\/parts\/([^"]+)"/g)].map(([, name]) => name!);
  expect(names).toEqual([expect.stringMatching(/\.css$/), expect.stringMatching(/\.js$/)]);
  expect(page.text).not.toMatch(/<style|<script>|style="|onclick=/);
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'; style-src 'self'; script-src 'self';");
  for (const [index, type] of ['text/css', 'text/javascript'].entries()) {
    const { status, headers, text } = await part(names[index]!);
    expect([status, headers['content-type'], text.length > 1_000]).toEqual([200, `${type}; charset=utf-8`, true]);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  }
});

it('a page of an earlier release gets what there is today, and no cache keeps that under the old name', async () => {
  const { status, headers } = await part('AAAAAAAAAAAA.css');
  expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
});
