import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { anchorOf, blocksIn, codeIn, linksIn, type Section, sectionsOf } from './markdown.ts';

const docs = resolve(import.meta.dirname, '..', '..', 'docs');
const MARK = /^<!-- en ([0-9a-f]{8}) -->$/m;

/** Names the English text of a section; how its lines are broken does not count. */
export const hashOf = ({ text }: Section): string =>
  createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 8);

const markOf = ({ text }: Section): string | undefined => MARK.exec(text)?.[1];

/** What keeps a Chinese page from saying what the English page says now, with the section where it is. Both as text. */
export function faultsOf(page: string, english: string, chinese: string): string[] {
  const [ours, theirs] = [sectionsOf(english), sectionsOf(chinese)];
  const hashes = ours.map(hashOf);
  const outOfStep = [
    ...ours.filter((section) => !theirs.some((other) => markOf(other) === hashOf(section))).map(wanting(page)),
    ...theirs.filter((section) => !hashes.includes(markOf(section)!)).map(left(page)),
  ];
  if (outOfStep.length > 0) return outOfStep;
  if (theirs.map(place).join() !== ours.map((section) => `${section.level} ${hashOf(section)}`).join())
    return [`docs/zh/${page}: the sections stand in another order, or under other levels, than in docs/${page}`];
  return ours.flatMap((section, at) => differences(page, section, theirs[at]!));
}

const place = (section: Section): string => `${section.level} ${markOf(section)}`;

const wanting = (page: string) => (section: Section) =>
  `docs/${page} “${section.title}” is new or was changed: bring docs/zh/${page} in step, then write <!-- en ${hashOf(section)} --> under its heading`;

const left = (page: string) => (section: Section) =>
  `docs/zh/${page} “${section.title}” was written from an English section that was changed or is gone`;

/** What is the same in every language, and stands in one of the two only. */
function differences(page: string, english: Section, chinese: Section): string[] {
  const [ours, theirs] = [fixedParts(join(docs, page), english), fixedParts(join(docs, 'zh', page), chinese)];
  const at = `docs/zh/${page} “${chinese.title}”`;
  return [
    ...without(ours, theirs).map((part) => `${at} lacks ${part}`),
    ...without(theirs, ours).map((part) => `${at} has, and the English page has not, ${part}`),
  ];
}

const fixedParts = (file: string, { text }: Section): string[] => [
  ...blocksIn(text).map((block, at) => `block ${at + 1}: ${block}`),
  ...codeIn(text),
  ...linksIn(text).map((link) => `the link to ${targetOf(file, link)}`),
  ...(text.match(/^\s*\|.*\|$/gm) ?? []).map(() => 'a row of a table'),
  ...(text.match(/^\s*(-|\d+\.) /gm) ?? []).map(() => 'an item of a list'),
];

/** Where a link leads, as the English pages have it: a Chinese page counts as the one that it was written from. */
function targetOf(file: string, link: string): string {
  if (/^\w+:/.test(link)) return link;
  const [path, anchor] = link.split('#');
  const target = path ? resolve(dirname(file), path) : file;
  const english = target.replace(join(docs, 'zh'), docs);
  if (anchor === undefined) return relative(docs, english);
  return `${relative(docs, english)}#${target === english ? anchor : englishAnchor(target, english, anchor)}`;
}

function englishAnchor(chinese: string, english: string, anchor: string): string {
  if (!existsSync(chinese)) return 'nowhere';
  const at = sectionsOf(readFileSync(chinese, 'utf8')).findIndex(({ title }) => anchorOf(title) === anchor);
  const section = sectionsOf(readFileSync(english, 'utf8'))[at];
  return section ? anchorOf(section.title) : 'nowhere';
}

function without(parts: string[], others: string[]): string[] {
  const left = [...others];
  return parts.filter((part) => {
    const at = left.indexOf(part);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
