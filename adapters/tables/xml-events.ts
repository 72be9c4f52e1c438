/** A tag by its name without prefix, or the text between two of them. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** XML that does not hold together, or that no office program writes. */
export class BrokenXml extends Error {
  override readonly name = 'BrokenXml';
}

/**
 * The tags and texts of a document from its beginning to its end, in time that grows with its length, whatever it
 * holds: it is read once, and nothing is looked for twice. Comments and instructions are passed over; a DOCTYPE, by
 * which texts could multiply, is refused.
 */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    const end = start < 0 ? xml.length : start;
    if (end > at) yield { kind: 'text', text: unescaped(xml.slice(at, end)) };
    if (start < 0) return;
    const aside = ASIDES.find(([opening]) => xml.startsWith(opening, start));
    if (xml.startsWith('<!', start) && !aside) throw new BrokenXml('a declaration');
    at = aside ? behind(xml, aside[1], start + aside[0].length) : endOfTag(xml, start);
    if (!aside) yield tagOf(xml.slice(start + 1, at - 1));
    else if (aside[0] === CDATA) yield { kind: 'text', text: xml.slice(start + CDATA.length, at - aside[1].length) };
  }
}

const CDATA = '<![CDATA[';
const ASIDES: readonly (readonly [opening: string, closing: string])[] = [
  ['<!--', '-->'],
  [CDATA, ']]>'],
  ['<?', '?>'],
];

function behind(xml: string, closing: string, from: number): number {
  const at = xml.indexOf(closing, from);
  if (at < 0) throw new BrokenXml('something never closes');
  return at + closing.length;
}

/** A sign in quotes ends no tag. */
function endOfTag(xml: string, start: number): number {
  const next = /["'>]/g;
  next.lastIndex = start;
  for (let found = next.exec(xml); found; found = next.exec(xml)) {
    if (found[0] === '>') return found.index + 1;
    next.lastIndex = behind(xml, found[0], found.index + 1);
  }
  throw new BrokenXml('a tag never closes');
}

function tagOf(inside: string): XmlEvent {
  const isClosing = inside.startsWith('/');
  const isEmpty = inside.endsWith('/');
  const written = inside.slice(isClosing ? 1 : 0, isEmpty ? -1 : undefined);
  const blank = written.search(/\s/);
  const name = written.slice(0, blank < 0 ? undefined : blank).replace(/^[^:]*:/, '');
  if (name === '') throw new BrokenXml('a tag without a name');
  return isClosing
    ? { kind: 'close', name }
    : { kind: 'open', name, attributes: blank < 0 ? '' : written.slice(blank), isEmpty };
}

/** Those that we read are short; to look for names in an endless tag takes time by the square of its length. */
const MAX_ATTRIBUTES = 4_000;

/** The attributes of a tag by their whole names: `xmlns:r` is not `r`. */
export function attributesIn(attributes: string): ReadonlyMap<string, string> {
  if (attributes.length > MAX_ATTRIBUTES) throw new BrokenXml('an endless tag');
  const found = attributes.matchAll(/(?<=\s)([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(Array.from(found, ([, name, double, single]) => [name!, unescaped(double ?? single ?? '')]));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
