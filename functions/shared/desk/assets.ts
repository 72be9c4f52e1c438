import { createHash } from 'node:crypto';
import type { Answer } from '../http/http.ts';
import { DESK_SCRIPT } from './script.ts';
import { DESK_STYLESHEET } from './stylesheet.ts';

/** A file of the desk that is the same for everybody, named after what stands in it. */
const partOf = (text: string, ending: 'css' | 'js') =>
  `/desk/parts/${createHash('sha256').update(text).digest('base64url').slice(0, 12)}.${ending}`;

export const STYLE_ADDRESS = partOf(DESK_STYLESHEET, 'css');
export const SCRIPT_ADDRESS = partOf(DESK_SCRIPT, 'js');

const YEAR_S = 365 * 86_400;

/** A part by its name, for whoever asks: a page of another release finds what there is today, and asks anew. */
export function assetAnswer(name: string): Answer {
  const isStyle = name.endsWith('.css');
  const isOfToday = [STYLE_ADDRESS, SCRIPT_ADDRESS].some((address) => address.endsWith(`/${name}`));
  return {
    statusCode: 200,
    headers: {
      'content-type': `text/${isStyle ? 'css' : 'javascript'}; charset=utf-8`,
      'cache-control': isOfToday ? `public, max-age=${YEAR_S}, immutable` : 'no-store',
      'x-content-type-options': 'nosniff',
    },
    body: isStyle ? DESK_STYLESHEET : DESK_SCRIPT,
  };
}
