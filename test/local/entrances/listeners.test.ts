import { afterAll, expect, it } from 'vitest';
import { listenForHttp } from '../../../local/entrances/listeners.ts';
import type { Closer } from '../../../local/services.ts';

const closers: Closer[] = [];
afterAll(async () => {
  for (const close of closers) await close();
});

it('a browser that comes before the stack stands gets a page that tries again by itself, a program a refusal', async () => {
  const door = await listenForHttp(0, (closer) => closers.push(closer));
  const ask = async (accept: string) => {
    const answer = await fetch(`http://127.0.0.1:${door.port}/desk`, { headers: { accept } });
    return [answer.status, answer.headers.get('retry-after'), await answer.text()] as const;
  };
  const [status, again, page] = await ask('text/html,application/xhtml+xml');
  expect([status, again]).toEqual([503, '3']);
  expect(page).toMatch(/http-equiv="refresh" content="3".*正在启动/s);
  expect(await ask('*/*')).toEqual([503, '3', '{"message":"Service Unavailable"}']);
  door.open(async (_, response) => void response.end('here'));
  expect((await ask('text/html'))[2]).toBe('here');
});
