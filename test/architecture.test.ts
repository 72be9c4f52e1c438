import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Statutes } from '../domain/law/statutes.ts';

/** Which files may import what. Entry points and the local runner are the only ones that see both the rules and AWS. */
const MAY_IMPORT: [files: RegExp, targets: RegExp][] = [
  [/^domain\//, /^(domain\/|zod$)/],
  [/^usecases\//, /^(usecases|domain)\//],
  [/^adapters\//, /^((adapters|usecases|domain|config)\/|@aws-sdk\/|node:|[a-z])/],
  [/^functions\/[^/]+\/(index|wired-[a-z-]+)\.ts$/, /^((functions|adapters|usecases|domain)\/|@aws-sdk\/|zod$|node:)/],
  [/^functions\//, /^((functions|usecases|domain)\/|@middy\/|aws-lambda$|zod$|node:)/],
  [/^config\//, /^((config|domain)\/|zod$|node:)/],
  [/^lib\//, /^((lib|config)\/|aws-cdk-lib|constructs$|cdk-nag$|esbuild$|node:)/],
];

const root = resolve(import.meta.dirname, '..');

const filesIn = (ending: string, ...folders: string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(ending))
      .map((file) => join(folder, file)),
  );

const sources = filesIn('.ts', 'domain', 'usecases', 'adapters', 'functions', 'config', 'lib');

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

/** The folder within `house` that a file lies in; a file beside the folders stands for itself. */
const roomIn =
  (house: string) =>
  (file: string): string =>
    file.slice(house.length + 1).split('/')[0]!;

/** Everything that can be reached from `start` along the arrows. */
function reachable(start: string, arrows: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const found = new Set<string>();
  const next = [start];
  for (let one = next.pop(); one !== undefined; one = next.pop())
    for (const target of arrows.get(one) ?? [])
      if (!found.has(target)) {
        found.add(target);
        next.push(target);
      }
  return found;
}

const arrowsOf = (files: readonly string[], roomOf: (file: string) => string) => {
  const arrows = new Map<string, Set<string>>();
  for (const file of files)
    for (const target of importsOf(file).filter((one) => files.includes(one)))
      if (roomOf(file) !== roomOf(target))
        arrows.set(roomOf(file), (arrows.get(roomOf(file)) ?? new Set()).add(roomOf(target)));
  return arrows;
};

const DIVIDED = [
  ...['domain', 'domain/case', 'domain/notices', 'usecases/notices', 'adapters/dynamodb', 'functions/shared'],
  ...['lib', 'local'],
];

describe('nothing goes round in a circle, types included', () => {
  const rooms = DIVIDED.flatMap((house) => {
    const arrows = arrowsOf(filesIn('.ts', house), roomIn(house));
    return [...arrows.keys()].map((room) => ({ house, room, arrows }));
  });
  it.each(rooms)('$house/$room imports nothing that imports it', ({ room, arrows }) => {
    expect(reachable(room, arrows).has(room)).toBe(false);
  });

  it('no files import each other, however far around', () => {
    const files = [...sources, ...filesIn('.ts', 'bin', 'local')];
    const arrows = arrowsOf(files, (file) => file);
    expect(files.filter((file) => reachable(file, arrows).has(file))).toEqual([]);
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

describe('no law is named but in config/statutes.json', () => {
  const { instruments } = JSON.parse(textOf('config/statutes.json')) as Statutes;
  const titles = Object.values(instruments).flatMap(({ title, short }) => [title, short]);
  // An article, a title in its marks, a short title of ours, or any of these followed by an article in English.
  const literal = new RegExp(
    `第[一二三四五六七八九十百千零]+条|《[^》]*(?:法|法典|条例|办法|规定)》|${titles.join('|')}|(?:法|条例|办法) ?art\\.`,
  );
  const files = [
    ...sources,
    ...filesIn('.ts', 'bin', 'local'),
    ...filesIn('.json', 'config'),
    ...filesIn('.md', 'config'),
  ].filter((file) => file !== 'config/statutes.json');

  it.each(files)('%s names none', (file) => {
    // What a province decided otherwise rests on papers of its own.
    const text = file.startsWith('config/routing/') ? textOf(file).replace(/"basis": "[^"]*"/g, '') : textOf(file);
    expect(text.match(literal)?.[0]).toBeUndefined();
  });
});
