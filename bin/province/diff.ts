import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateOf } from './assembly.ts';
import { type Command, failure, type Outcome } from './outcome.ts';
import { differencesOf } from './template-diff.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * What a deploy would change: against the template that CloudFormation has, or against a file of one. Resources by
 * their logical id, with the properties that differ.
 */
export async function diff({ name, against }: Command): Promise<Outcome> {
  if (against === undefined) return againstDeployed(name);
  const before = readTemplate(against);
  if (before === undefined) return failure(`${against} is no template in JSON`);
  const lines = differencesOf(before, await templateOf(name));
  return { lines: lines.length > 0 ? lines : [`Huiyin-${name}: no difference to ${against}`] };
}

function readTemplate(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** By the CDK, which asks CloudFormation for the template. */
function againstDeployed(name: string): Outcome {
  const cdk = join(ROOT, 'node_modules', '.bin', 'cdk');
  const { status, stdout, stderr } = spawnSync(cdk, ['diff', '-c', `province=${name}`, `Huiyin-${name}`], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const said = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  if (status === 0) return { lines: said };
  return failure(
    ...said,
    'What is deployed could not be asked for. Without AWS at hand: aws cloudformation get-template ' +
      `--stack-name Huiyin-${name} --template-stage Original --query TemplateBody --output json > deployed.json, ` +
      `where there is, and npm run province -- diff ${name} --against deployed.json here`,
  );
}
