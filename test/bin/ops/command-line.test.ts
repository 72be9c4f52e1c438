import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { endingOf } from '../../../bin/ending.ts';
import { COMMANDS, orderIn, usageOf } from '../../../bin/ops/commands.ts';
import { enterPlace } from '../../../bin/ops/connect.ts';
import { changeIn } from '../../../bin/ops/rehearsed-world.ts';

describe('a command line of npm run ops', () => {
  it('is understood before anything is reached', () => {
    expect(orderIn(['find', 'QH-1', '--province', 'demo', '--local', 'http://127.0.0.1:3000'])).toMatchObject({
      name: 'find',
      province: 'demo',
      local: 'http://127.0.0.1:3000',
      asked: { positionals: ['QH-1'] },
    });
  });

  it.each([
    [[], 'a command is needed'],
    [['helth', '--province', 'demo'], 'helth is no command'],
    [['health'], '--province is needed'],
    [['health', '--province', 'demo', '--fast'], "Unknown option '--fast'"],
    [['find', '--province', 'demo'], 'something is missing'],
    [['find', 'QH-1', 'QH-2', '--province', 'demo'], 'there is no room for QH-2'],
    [['reconcile', '2026-02-30', '--province', 'demo'], 'a day, such as 2026-11-27'],
    [['facts', 'out', '--day', '2026-02-30', '--province', 'demo'], '--day 2026-02-30: such as 2026-11-26'],
  ])('%j is refused: %s', (args, fault) => {
    expect(orderIn(args)).toMatchObject({ fault });
  });

  it.each(Object.keys(COMMANDS))('%s is explained in English and in Chinese', (name) => {
    expect(usageOf(name)).toMatch(new RegExp(`\\n {2}${name}.*\\n {6}[a-z].*\\n {6}.*\\p{Script=Han}`, 'u'));
  });
});

const refusedByAws = Object.assign(new Error('User is not authorized'), { name: 'AccessDenied', $metadata: {} });
const failing = (work: () => unknown) => async () => await work();

const withoutKey = Object.assign(new Error('Could not load credentials'), { name: 'CredentialsProviderError' });
const nobodyListens = Object.assign(new Error('connect ECONNREFUSED'), {
  ...{ syscall: 'connect', code: 'ECONNREFUSED', address: '127.0.0.1', $metadata: {} },
});

describe('a command that cannot go on', () => {
  it.each([
    ['a file that is none of those it takes', failing(() => changeIn('/no/such.json')), 2, '/no/such.json is none of'],
    ['a folder that is a file', failing(() => mkdirSync('/dev/null/x')), 1, 'cannot use /dev/null/x: ENOTDIR'],
    ['a stack that does not answer', () => enterPlace('demo', 'nonsense'), 3, 'no local stack answers at nonsense'],
    ['a key that is missing', () => Promise.reject(withoutKey), 3, 'AWS cannot be reached: Could not load credentials'],
    ['a network without a way', () => Promise.reject(nobodyListens), 3, 'AWS cannot be reached: connect ECONNREFUSED'],
    ['a right that is missing', () => Promise.reject(refusedByAws), 1, 'AWS answers: AccessDenied: User is not'],
  ])('for %s says so, without a stack trace', async (_, work, exitCode, says) => {
    const ending = endingOf(await work().catch((error: unknown) => error));
    expect(ending).toEqual({ says: expect.stringContaining(says), exitCode });
  });

  it('for a fault of ours shows where that is', () => {
    expect(endingOf(new TypeError('ours'))).toBeUndefined();
  });
});
