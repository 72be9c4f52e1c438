import { entitiesRead } from './html/entities.ts';
import { wordsOfHtml } from './html/words.ts';

/** What editors in a browser put around a text; nobody types it. */
const TAGS =
  /<\/(?:p|div|span|b|strong|i|em|u|font|a|li|ul|ol|td|tr|table|h[1-6]|body|html)\s*>|<br\s*\/?>|<(?:p|img)(?:\s+[\w-]+=[^<>]{0,2000}|\s*\/?)>/i;
/** What they, and pages of another charset, write for a blank or a character. */
const ENTITIES = /&(?:nbsp|amp|lt|gt|quot|[lr]dquo|hellip|#\d{2,7}|#x[\da-f]{2,6});/i;

const TAG = /(<[^<>]*>)/;

/**
 * A text as its reader sees it, where a program handed on the HTML behind it: systems of hotlines and mail gateways do.
 * Any other is given back as it is.
 */
export function withoutMarkup(text: string): string {
  if (TAGS.test(text)) return wordsOfHtml(withItsBlanks(text), () => false).text;
  return ENTITIES.test(text) ? entitiesRead(text) : text;
}

/** As HTML that shows the lines and columns between its tags: the text may have been plain but for one of them. */
function withItsBlanks(text: string): string {
  // Every second part is a tag.
  const parts = text.split(TAG).map((part, at) => (at % 2 === 0 ? shown(part) : part));
  return parts.join('');
}

const shown = (text: string): string =>
  text
    .replace(/\t|[^\S\n]{2,}/g, (blanks) => [...blanks].map((blank) => `&#${blank.codePointAt(0)};`).join(''))
    .replaceAll('\n', '<br>');
