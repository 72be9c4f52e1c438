import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { anchorOf, linksIn, sectionsOf } from './support/markdown.ts';

const root = resolve(import.meta.dirname, '..');
const pages = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

const anchorsIn = (file: string): string[] =>
  sectionsOf(readFileSync(file, 'utf8')).map(({ title }) => anchorOf(title));

it.each(pages)('every link of %s leads somewhere', (page) => {
  const links = linksIn(readFileSync(join(root, page), 'utf8')).filter((link) => !/^\w+:/.test(link));
  const broken = links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const file = path === '' ? join(root, page) : resolve(root, dirname(page), path);
    if (!existsSync(file)) return true;
    return anchor !== undefined && file.endsWith('.md') && !anchorsIn(file).includes(anchor);
  });
  expect(broken.map((link) => `${relative(root, page)}: ${link}`)).toEqual([]);
});

it('every page of docs/ stands in its index', () => {
  const listed = linksIn(readFileSync(join(root, 'docs', 'README.md'), 'utf8'));
  const single = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md') && file !== 'README.md');
  expect(single.filter((page) => !listed.includes(page))).toEqual([]);
});
