import { decodeText } from './charsets.ts';

const WORD = /=\?([^?\s]{1,64})\?([BbQq])\?([^?]*)\?=/g;
const RUN = new RegExp(`${WORD.source}(?:\\s*${WORD.source})*`, 'g');

interface Word {
  readonly label: string;
  readonly encoding: string;
  readonly payload: string;
}

/**
 * Every encoded word (RFC 2047) as one in UTF-8, those that follow one another in one charset joined first: many
 * senders cut a character, or the base64 of one, in two. Stays encoded, so no comma of a name becomes part of the
 * header's own syntax. Words in charsets unknown to us are left as they are.
 */
export function withUtf8Words(header: string): string {
  return header.replace(RUN, (run) => runsOf(wordsIn(run)).map(utf8Word).join(' '));
}

function wordsIn(run: string): Word[] {
  return [...run.matchAll(WORD)].map(([, charset = '', encoding = '', payload = '']) => {
    // RFC 2231 lets a language follow the charset: utf-8*zh-cn.
    return { label: charset.replace(/\*.*$/, '').toLowerCase(), encoding: encoding.toUpperCase(), payload };
  });
}

/** Words of one charset and encoding, one after the other. */
function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last?.[0]?.label === word.label && last[0].encoding === word.encoding) last.push(word);
    else runs.push([word]);
  }
  return runs;
}

function utf8Word(run: readonly Word[]): string {
  const { label, encoding } = run[0]!;
  const payloads = run.map(({ payload }) => payload);
  const bytes = encoding === 'B' ? fromBase64(payloads) : fromQ(payloads.join(''));
  const text = decodeText(bytes, label);
  if (text === undefined) return run.map(({ payload }) => `=?${label}?${encoding}?${payload}?=`).join(' ');
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

/** Joins what was cut anywhere: a word that ends inside a group of four goes on in the next. */
function fromBase64(payloads: readonly string[]): Buffer {
  const pieces: Buffer[] = [];
  let open = '';
  for (const payload of payloads) {
    open += payload;
    if (open.length % 4 !== 0 && !open.endsWith('=')) continue;
    pieces.push(Buffer.from(open, 'base64'));
    open = '';
  }
  return Buffer.concat([...pieces, Buffer.from(open, 'base64')]);
}

function fromQ(payload: string): Buffer {
  const escaped = payload.replaceAll('_', ' ');
  const latin1 = escaped.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(latin1, 'latin1');
}
