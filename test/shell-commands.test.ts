import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import operations from './support/aws-commands.json' with { type: 'json' };
import { awsCommandsIn, faultsIn, modelsFolder, type Operations, operationsIn } from './support/aws-commands.ts';
import { blocksIn } from './support/markdown.ts';

const docs = join(import.meta.dirname, '..', 'docs');
const read = (page: string): string => readFileSync(join(docs, page), 'utf8');
const named = readdirSync(docs).filter((page) => page.endsWith('.md'));
const commands = named.flatMap((page) => awsCommandsIn(read(page)).map((command) => ({ page, command })));
const known = operations as Operations;
const faultsOf = (line: string): readonly string[] => awsCommandsIn(line).flatMap((one) => faultsIn(one, known));

describe('the commands of AWS CLI that our pages give', () => {
  it('are taken by AWS CLI v2 as they stand there, each with its options', () => {
    const wrong = commands.flatMap(({ page, command }) => faultsIn(command, known).map((fault) => `${page}: ${fault}`));
    expect(wrong).toEqual([]);
    expect(commands.length).toBeGreaterThan(10);
  });

  const folder = modelsFolder();

  it.skipIf(folder === undefined)(
    'are those of Amazon’s models; `vitest run test/shell-commands.test.ts -u` takes in new ones',
    async () => {
      const all = operationsIn(
        folder!,
        commands.map(({ command }) => command.operation),
      );
      const lines = Object.entries(all).map(([name, one]) => `  ${JSON.stringify(name)}: ${JSON.stringify(one)}`);
      await expect(`{\n${lines.join(',\n')}\n}\n`).toMatchFileSnapshot('support/aws-commands.json');
    },
  );

  const given = "aws lambda invoke --function-name f --cli-binary-format raw-in-base64-out --payload '{}' /dev/stdout";

  it.each([
    ['a service or an operation', given.replace('invoke', 'envoke'), 'aws lambda envoke is not known'],
    ['an option', given.replace('--function-name', '--function'), '--function is not known'],
    ['what must be given', given.replace('--function-name f', ''), '--function-name is missing'],
    [
      'how a payload is read',
      given.replace('--cli-binary-format raw-in-base64-out', ''),
      '--payload would be taken for base64',
    ],
    ['where the answer goes', given.replace(' /dev/stdout', ''), 'the file for the answer is missing'],
    [
      'what is turned off',
      'aws cloudformation update-stack --stack-name s --no-disable-rollbacks',
      '--no-disable-rollbacks is not known',
    ],
  ])('would be found with a fault in %s', (_, line, fault) => {
    expect(faultsOf(given)).toEqual([]);
    expect(faultsOf(line)).toContain(fault);
  });
});

describe('the blocks of commands', () => {
  /** Whether the shell can read them; what stands for something is filled in, for the shell would take it for a file. */
  const faultOf = (blocks: readonly string[]) => {
    const script = blocks.map((block) => block.replaceAll(/^```.*$/gm, '').replaceAll(/<[^<>\n]+>/g, 'X')).join('\n');
    return spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' }).stderr;
  };

  it('of the pages for operations can be read by the shell', () => {
    const pages = ['runbook.md', 'operations.md', 'ops.md', 'shipping.md'];
    const blocks = pages.flatMap((page) => blocksIn(read(page))).filter((block) => block.startsWith('```\n'));
    expect(blocks.length).toBeGreaterThan(8);
    expect(faultOf(blocks)).toBe('');
    expect(faultOf(["```\naws events enable-rule --name 'x\n```"])).toContain('unexpected EOF');
  });
});
