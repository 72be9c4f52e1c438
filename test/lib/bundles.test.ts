import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { assemblyOf } from '../support/shared.ts';
import { functionNamed, functionNames } from './provinces.ts';

const INTAKE_LIMIT = 300 * 1024;
const assembly = await assemblyOf('demo');
const template = Template.fromString(readFileSync(join(assembly, 'Huiyin-demo.template.json'), 'utf8'));
const names = functionNames(template);

const bundleOf = (name: string): string =>
  join(assembly, `asset.${functionNamed(template, name).Code.S3Key.replace('.zip', '')}`);

/** The variables of the template, with a made-up value where it refers to another resource. */
function environmentOf(name: string): Record<string, string> {
  const variables: Record<string, unknown> = functionNamed(template, name).Environment.Variables;
  return Object.fromEntries(
    Object.entries(variables).map(([key, value]) => [key, typeof value === 'string' ? value : 'made-up']),
  );
}

describe.each(names)('the bundle of %s', { timeout: 60_000 }, (name) => {
  it('starts with the variables and the rules that it is deployed with, and nothing else', () => {
    const load = `const { handler } = await import(${JSON.stringify(join(bundleOf(name), 'index.mjs'))});
      if (typeof handler !== 'function') throw new Error('no handler');`;
    const env = { ...environmentOf(name), AWS_REGION: 'ap-southeast-1', PATH: process.env.PATH };
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', load], {
      env,
      encoding: 'utf8',
    });
    expect(stderr.slice(-500)).toBe('');
    expect(status).toBe(0);
  });

  it('carries its source map', () => {
    expect(readdirSync(bundleOf(name))).toEqual(expect.arrayContaining(['index.mjs', 'index.mjs.map']));
  });
});

/** The files beside a module that it cannot start without. */
const loadedWith = (module: string): readonly string[] =>
  [...readFileSync(module, 'utf8').matchAll(/(?:from|import)"\.\/([\w-]+\.mjs)"/g)].map(([, file]) => file!);

it.each(names.filter((name) => name.startsWith('accept-')))(
  '%s stays under 300 KB, for people wait for its cold start',
  (name) => {
    const read = ['index.mjs', ...loadedWith(join(bundleOf(name), 'index.mjs'))];
    const sizes = read.map((file) => statSync(join(bundleOf(name), file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(INTAKE_LIMIT);
  },
);

it('gives the law to whoever decides by it: register-complaint carries every file of rules', () => {
  expect(readdirSync(join(bundleOf('register-complaint'), 'config')).toSorted()).toEqual([
    'calendar.json',
    'campaigns',
    'clocks.json',
    'gazetteer-patch.json',
    'gazetteer-towns.json',
    'gazetteer.json',
    'ladders.json',
    'lexicon.json',
    'marks.json',
    'matters.json',
    'organs.json',
    'policy.json',
    'province.json',
    'repeats.json',
    'routing.json',
    'statutes.json',
    'taxonomy.json',
  ]);
});
