import { entitiesRead } from './html/entities.ts';
import { wordsOfHtml } from './html/words.ts';

/** What editors in a browser put around a text; nobody types it. */
const TAGS =
  /<\/(?:p|div|span|b|strong|i|em|u|font|a|li|ul|ol|td|tr|table|h[1-6]|body|html)\s*>|<br\s*\/?>|<(?:p|img)(?:\s+[\w-]+=[^<>]{0,2000})?\s*\/?>/i;
/** What they, and pages of another charset, write for a blank or a character. */
const ENTITIES = /&(?:nbsp|amp|lt|gt|quot|[lr]dquo|hellip|#\d{2,7}|#x[\da-f]{2,6});/i;

/**
 * A text as its reader sees it, where a program handed on the HTML behind it: systems of hotlines and mail gateways do.
 * Any other is given back as it is.
 */
export function withoutMarkup(text: string): string {
  if (TAGS.test(text)) return wordsOfHtml(text.replaceAll('\n', '<br>'), () => false).text;
  return ENTITIES.test(text) ? entitiesRead(text) : text;
}
