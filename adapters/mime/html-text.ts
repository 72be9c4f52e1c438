import { own } from '../../domain/own.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  mdash: '—',
  middot: '·',
  times: '×',
  deg: '°',
  sup2: '²',
  sup3: '³',
};

/** The words of an HTML letter, for reading: lines where blocks end, neither markup nor style. The HTML itself stays in the original. */
export function textOfHtml(html: string): string {
  const withoutHidden = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|head|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/\s+/g, ' ');
  const lines = withoutHidden.replace(/<(?:br|hr|\/?(?:p|div|tr|li|ul|ol|table|blockquote|h[1-6]))\b[^<>]*>/gi, '\n');
  const words = lines.replace(/<\/?[a-z!?][^<>]*>/gi, '').replace(/&(#x?[0-9a-f]{1,6}|[a-z]\w{1,8});/gi, entity);
  const tidy = words.split('\n').map((line) => line.trim());
  return tidy
    .filter((line, index) => line !== '' || tidy[index - 1] !== '')
    .join('\n')
    .trim();
}

function entity(written: string, name: string): string {
  if (!name.startsWith('#')) return own(ENTITIES, name.toLowerCase()) ?? written;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : written;
}
