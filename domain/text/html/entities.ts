/** As HTML 4 names them, as far as letters use them. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  deg: '°',
  plusmn: '±',
  sup2: '²',
  sup3: '³',
  micro: 'µ',
  permil: '‰',
  prime: '′',
  le: '≤',
  ge: '≥',
  ne: '≠',
  yen: '¥',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  larr: '←',
  rarr: '→',
  uarr: '↑',
  darr: '↓',
  shy: '',
  zwnj: '',
  zwj: '\u200d',
  frac12: '½',
};

/**
 * Text of HTML with the characters that it names; browsers forgive a missing semicolon after numbers and the oldest
 * names.
 */
export function entitiesRead(text: string): string {
  return text
    .replace(/&#(x[0-9a-f]{1,6}|[0-9]{1,7});?/gi, numbered)
    .replace(/&(nbsp|amp|lt|gt|quot)(?![\w;=])/gi, '&$1;')
    .replace(/&([a-z]\w{1,8});/gi, (written, name: string) => named(name) ?? written);
}

const named = (name: string): string | undefined =>
  Object.hasOwn(ENTITIES, name.toLowerCase()) ? ENTITIES[name.toLowerCase()] : undefined;

function numbered(written: string, number: string): string {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number.parseInt(number, 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : written;
}
