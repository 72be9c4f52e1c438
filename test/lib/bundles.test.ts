import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { MADE_OF } from '../../lib/bundles/module-cache.ts';
import { assemblyOf } from '../support/shared.ts';
import { functionNamed, functionNames } from './provinces.ts';

const START_LIMIT = 300 * 1024;
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

/** What keeps each from starting, all tried in one process: what they share of the AWS SDK is loaded once. */
function faultsAtStart(): Readonly<Record<string, string>> {
  const base = { AWS_REGION: 'ap-southeast-1', PATH: process.env.PATH };
  const all = names.map((name) => [name, join(bundleOf(name), 'index.mjs'), { ...environmentOf(name), ...base }]);
  const load = `const faults = {};
    for (const [name, file, env] of ${JSON.stringify(all)}) {
      for (const key of Object.keys(process.env)) delete process.env[key];
      Object.assign(process.env, env);
      try {
        if (typeof (await import(file)).handler !== 'function') faults[name] = 'no handler';
      } catch (error) {
        faults[name] = String(error.stack);
      }
    }
    console.log(JSON.stringify(faults));
    process.exit();`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', load], { encoding: 'utf8' });
  return JSON.parse(stdout.trim().split('\n').at(-1) || JSON.stringify({ all: stderr }));
}

const faults = faultsAtStart();

it('is tried for every function', () => expect(faults.all).toBeUndefined());

describe.each(names)('the bundle of %s', (name) => {
  it('starts with the variables and the rules that it is deployed with, and nothing else', () => {
    expect(faults[name]).toBeUndefined();
  });

  it('carries its source map', () => {
    expect(readdirSync(bundleOf(name))).toEqual(expect.arrayContaining(['index.mjs', 'index.mjs.map']));
  });

  it('is made of nothing whose change would leave a kept build as it was', () => {
    const maps = readdirSync(bundleOf(name)).filter((file) => file.endsWith('.map'));
    const sources: string[] = maps.flatMap(
      (file) => JSON.parse(readFileSync(join(bundleOf(name), file), 'utf8')).sources,
    );
    const ours = sources.filter((path) => path.startsWith('../')).map((path) => path.replace(/^(\.\.\/)+/, ''));
    expect(ours.some((path) => path.startsWith(`functions/${name}/`))).toBe(true);
    const isKnown = (path: string) => path.startsWith('node_modules/') || MADE_OF.some((one) => matchesGlob(path, one));
    expect(ours.filter((path) => !isKnown(path))).toEqual([]);
  });
});

/** The files beside a module that it cannot start without. */
const loadedWith = (module: string): readonly string[] =>
  [...readFileSync(module, 'utf8').matchAll(/(?:from|import)"\.\/([\w-]+\.mjs)"/g)].map(([, file]) => file!);

it.each(names.filter((name) => name.startsWith('accept-') || name === 'deliver-notice'))(
  '%s stays under 300 KB, for people or letters wait for its cold start',
  (name) => {
    const read = ['index.mjs', ...loadedWith(join(bundleOf(name), 'index.mjs'))];
    const sizes = read.map((file) => statSync(join(bundleOf(name), file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(START_LIMIT);
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
    'model.json',
    'organs.json',
    'policy.json',
    'province.json',
    'repeats.json',
    'routing.json',
    'statutes.json',
    'taxonomy.json',
    'tellings.json',
  ]);
});
