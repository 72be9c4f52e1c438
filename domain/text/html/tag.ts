import { entitiesRead } from './entities.ts';

/** What a tag means for who reads the letter. */
export interface HtmlTag {
  /** What stands in its place. */
  readonly words: string;
  /** The address to which the words behind it lead; empty where such words end. */
  readonly link?: string | undefined;
  readonly quotes?: 'cited' | 'indented' | undefined;
  readonly unquotes?: boolean;
  /** It shows something that did not come with the letter. */
  readonly lacks?: boolean;
}

/** What ends a line before and after it. */
const BLOCK = /^(?:br|hr|p|div|tr|li|ul|ol|dl|dt|dd|table|blockquote|center|section|article|h[1-6])$/;

/** What a browser shows out of a file of its own, and how we call it. */
const SHOWN: ReadonlyMap<string, string> = new Map([
  ['img', '图片'],
  ['video', '视频'],
  ['audio', '录音'],
  ['source', '媒体'],
  ['embed', '媒体'],
  ['iframe', '网页'],
]);

const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** Plain texts put the address of a mailbox or a page between the same brackets. */
const ADDRESS = /^(?:[^\s=]+@[^\s=]+|[a-z][a-z\d+.-]*:\/\/\S+|(?:mailto|tel):\S+)$/i;

/** `inside` is what stands between the angle brackets. What is no tag there stays as it is. */
export function readHtmlTag(inside: string, has: (source: string) => boolean): HtmlTag {
  if (/^[!?]/.test(inside)) return { words: '' };
  const [, closing, written = ''] = /^(\/?)([a-z][\w:-]{0,40})/i.exec(inside) ?? [];
  if (written === '' || ADDRESS.test(inside)) return { words: `<${inside}>` };
  const name = written.toLowerCase();
  const words = BLOCK.test(name) ? '\n' : '';
  if (name === 'blockquote') return { words, ...(closing ? { unquotes: true } : { quotes: kindOfQuote(inside) }) };
  if (name === 'td' || name === 'th') return { words: ' ' };
  if (name === 'a') return { words, link: closing ? '' : addressOf(attributesOf(inside)) };
  if (name === 'input') return { words: typedIn(attributesOf(inside)) };
  const kind = closing ? undefined : SHOWN.get(name);
  return kind ? placeOf(kind, attributesOf(inside), has) : { words };
}

type Attributes = ReadonlyMap<string, string>;

function attributesOf(inside: string): Attributes {
  return new Map(
    [...inside.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      entitiesRead(double ?? single ?? bare ?? '').trim(),
    ]),
  );
}

/** Mail programs say what they cite; people indent by the same tag. */
const kindOfQuote = (inside: string): HtmlTag['quotes'] =>
  /cite|quote/i.test(inside.slice('blockquote'.length)) ? 'cited' : 'indented';

function addressOf(attributes: Attributes): string {
  const address = (attributes.get('href') ?? '').replace(/^mailto:/i, '');
  return /^(#|javascript:|tel:|data:)/i.test(address) ? '' : address;
}

const typedIn = (attributes: Attributes): string =>
  /^(hidden|button|submit|image|reset|checkbox|radio)$/i.test(attributes.get('type') ?? '')
    ? ''
    : (attributes.get('value') ?? '');

/** A dot that tells a sender that their letter was read is no picture. */
const isDot = (attributes: Attributes): boolean => {
  const sizes = [attributes.get('width'), attributes.get('height')].map((size) => Number.parseInt(size ?? '', 10));
  return sizes.every((size) => size <= 2) || /display\s*:\s*none/i.test(attributes.get('style') ?? '');
};

function placeOf(kind: string, attributes: Attributes, has: (source: string) => boolean): HtmlTag {
  const source = attributes.get('src') ?? '';
  if (source === '' || isDot(attributes) || has(source)) return { words: '' };
  const name = /^cid:/i.test(source) ? attributes.get('alt') || source.slice('cid:'.length) : source;
  return { words: `[${kind}：${name}]`, lacks: true };
}
