import { describe, expect, it } from 'vitest';
import { COMMANDS, orderIn, usageOf } from '../../../bin/ops/commands.ts';

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
  ])('%j is refused: %s', (args, fault) => {
    expect(orderIn(args)).toMatchObject({ fault });
  });

  it.each(Object.keys(COMMANDS))('%s is explained in English and in Chinese', (name) => {
    expect(usageOf(name)).toMatch(new RegExp(`\\n {2}${name}.*\\n {6}[a-z].*\\n {6}.*\\p{Script=Han}`, 'u'));
  });
});
