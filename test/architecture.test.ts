import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which files may import what. Entry points and the local runner are the only ones that see both the rules and AWS. */
const MAY_IMPORT: [files: RegExp, targets: RegExp][] = [
  [/^domain\//, /^domain\//],
  [/^usecases\//, /^(usecases|domain)\//],
  [/^adapters\//, /^((adapters|usecases|domain|config)\/|@aws-sdk\/|node:|[a-z])/],
  [/^functions\/[^/]+\/index\.ts$/, /^((functions|adapters|usecases|domain)\/|@aws-sdk\/|zod$|node:)/],
  [/^functions\//, /^((functions|usecases|domain)\/|@middy\/|aws-lambda$|zod$|node:)/],
  [/^config\//, /^((config|domain)\/|zod$|node:)/],
  [/^lib\//, /^((lib|config)\/|aws-cdk-lib|constructs$|cdk-nag$|esbuild$|node:)/],
];

const root = resolve(import.meta.dirname, '..');

const sources = ['domain', 'usecases', 'adapters', 'functions', 'config', 'lib'].flatMap((folder) =>
  readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
);

const textOf = (file: string): string => readFileSync(resolve(root, file), 'utf8');

const importsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:^import |\bfrom |\bimport\()'([^']+)'/gm)].map(([, target]) =>
    target!.startsWith('.') ? relative(root, resolve(root, dirname(file), target!)) : target!,
  );

describe('imports run one way', () => {
  it.each(sources)('%s imports only what it may', (file) => {
    const [, allowed] = MAY_IMPORT.find(([files]) => files.test(file))!;
    expect(importsOf(file).filter((target) => !allowed.test(target))).toEqual([]);
  });
});

describe('the rules know no clock, chance or environment', () => {
  const impure = /Date\.now\(|new Date\(\)|performance\.|process\.|Math\.random|randomUUID|setTimeout|console\./;

  it.each(sources.filter((file) => file.startsWith('domain/')))('%s is pure', (file) => {
    expect(textOf(file).match(impure)).toBeNull();
  });
});

describe('files stay readable', () => {
  it.each(sources)('%s is at most 250 lines long', (file) => {
    expect(textOf(file).split('\n').length).toBeLessThanOrEqual(250);
  });
});
