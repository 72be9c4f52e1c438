import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { orderIn } from '../../../bin/ops/commands.ts';
import { DEAD_LETTER_QUEUES } from '../../../usecases/operations/queues.ts';
import { opsCommandsOf } from '../../support/runbook.ts';

const textOf = (page: string): string => readFileSync(join(import.meta.dirname, '../../../docs', page), 'utf8');

/** What stands for something in a command of a page, and something that it may stand for. */
const MEANT: Readonly<Record<string, string>> = {
  '<province>': 'demo',
  '<receipt>': 'QH-7KX4-M9P2-Q3T8',
  '<queue>': 'register',
  '<key>': 'abc123',
  '<why>': 'tested',
  '<day>': '2026-11-27',
};

/** Pages may speak of a command, or ask for help. */
const isWhole = (args: readonly string[]): boolean => !args.includes('COMMAND') && !args.includes('--help');

describe.each(['runbook.md', 'ops.md', 'operations.md'])('the commands of %s', (page) => {
  it.each(
    opsCommandsOf(page, MEANT)
      .filter(isWhole)
      .map((args) => [args.join(' '), args] as const),
  )('npm run ops -- %s can be carried out as it stands', (_, args) => {
    expect(orderIn(args)).not.toHaveProperty('fault');
  });
});

describe('the runbook', () => {
  const runbook = textOf('runbook.md');

  it.each(DEAD_LETTER_QUEUES)('says under %s by which command they are sent again', (queue) => {
    const [, section = ''] = runbook.split(`\n## ${queue}\n`);
    expect(section.split('\n## ')[0]).toContain(`npm run ops -- dead-letters redrive ${queue} `);
  });
});
