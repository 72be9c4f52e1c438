import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { secretReader } from '../../../adapters/secrets/secret.ts';
import { UnusableSecret } from '../../../usecases/operations/unusable-secret.ts';

const Schema = z.object({ token: z.string() });

/** Secrets Manager with one entry per fetch, in turn; an Error is a failed fetch. */
function world(...entries: (string | Error)[]) {
  const state = { minutes: 0, fetches: 0 };
  const send = async () => {
    const entry = entries[state.fetches++];
    if (entry instanceof Error) throw entry;
    return { SecretString: JSON.stringify({ token: entry }) };
  };
  const client = { send } as unknown as SecretsManagerClient;
  const read = secretReader({ client, name: 'name', tell: () => {}, now: () => state.minutes * 60_000 }, Schema);
  return { state, read };
}

it('fetches once for all who ask within five minutes, and sees a rotation after them', async () => {
  const { state, read } = world('old', 'new');
  expect(await Promise.all([read(), read()])).toEqual([{ token: 'old' }, { token: 'old' }]);
  state.minutes = 4;
  expect(await read()).toEqual({ token: 'old' });
  state.minutes = 5;
  expect(await read()).toEqual({ token: 'new' });
  expect(state.fetches).toBe(2);
});

it('serves on with the last good secret while none can be fetched', async () => {
  const { state, read } = world('old', new Error('throttled'), 'new');
  await read();
  state.minutes = 6;
  expect(await read()).toEqual({ token: 'old' });
  state.minutes = 12;
  expect(await read()).toEqual({ token: 'new' });
});

it('tries again after a first fetch that failed', async () => {
  const { read } = world(new Error('throttled'), 'good');
  await expect(read()).rejects.toThrow('throttled');
  expect(await read()).toEqual({ token: 'good' });
});

it.each([
  ['{"token":7}', 'name: /token'],
  ['{"token":"good"', 'name: no JSON'],
  ['', 'name: no JSON'],
])('that holds %j is told by its name and field, and read again by the next who asks', async (held, says) => {
  const entries = [held, '{"token":"mended"}'];
  const client = { send: async () => ({ SecretString: entries.shift() }) } as unknown as SecretsManagerClient;
  const read = secretReader({ client, name: 'name', tell: () => {} }, Schema);
  const error = await read().catch((fault: unknown) => fault);
  expect(error).toEqual(new UnusableSecret(says));
  expect(await read()).toEqual({ token: 'mended' });
});
