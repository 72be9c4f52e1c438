import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOneTemplate } from '../../local/template/merged-template.ts';
import { stackNamesOf, templateOf } from './assembly.ts';
import { type Command, failure, type Outcome } from './outcome.ts';
import { differencesOf } from './template-diff.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * What a deploy would change: against the templates that CloudFormation has, or against files of them. Resources by
 * their logical id, with the properties that differ.
 */
export async function diff({ name, against }: Command): Promise<Outcome> {
  if (against === undefined) return againstDeployed(name);
  const files = against.map((file) => [file, readTemplate(file)] as const);
  const broken = files.filter(([, template]) => template === undefined);
  if (broken.length > 0) return failure(...broken.map(([file]) => `${file} is no template in JSON`));
  const before = asOneTemplate(files.map(([, template]) => template));
  const lines = differencesOf(before, await templateOf(name));
  return { lines: lines.length > 0 ? lines : [`Huiyin-${name}: no difference to ${against.join(', ')}`] };
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
  const { status, stdout, stderr } = spawnSync(cdk, ['diff', '-c', `province=${name}`, ...stackNamesOf(name)], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const said = `${stdout}\n${stderr}`
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('Bundling asset'));
  if (status === 0) return { lines: said };
  return failure(
    ...new Set(said),
    'What is deployed could not be asked for. Without AWS at hand, where there is:',
    ...stackNamesOf(name).map(
      (stack) =>
        `aws cloudformation get-template --stack-name ${stack} --template-stage Original --query TemplateBody ` +
        `--output json > ${stack}.json`,
    ),
    `and here: npm run province -- diff ${name} ${stackNamesOf(name)
      .map((stack) => `--against ${stack}.json`)
      .join(' ')}`,
  );
}
