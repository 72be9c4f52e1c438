import { toldIn, type Wording } from '../../../domain/notices/wording.ts';
import type { Texts } from '../../../domain/texts/text.ts';
import { type Html, html } from './html.ts';

/** What a text of config/notices says, as a part of a page. */
export const said = (wording: Wording, texts: Texts): readonly Html[] => prose(toldIn(wording, texts).body);

/**
 * Words as a part of a page: blank lines part paragraphs; "## " begins a heading, "> " a note, "1. " and "- " the
 * entries of a list; **words** stand out, and [words](/address) lead on within this site. All else is words.
 */
export const prose = (words: string): readonly Html[] =>
  words.split(/\n{2,}/).flatMap((block) => {
    const [first = '', ...rest] = block.split('\n');
    return first.startsWith('## ')
      ? [html`<h2>${inline(first.slice(3))}</h2>`, ...(rest.length > 0 ? [blockOf(rest)] : [])]
      : [blockOf([first, ...rest])];
  });

function blockOf(lines: readonly string[]): Html {
  const entries = (mark: RegExp) => lines.map((line) => html`<li>${inline(line.replace(mark, ''))}</li>\n`);
  const first = lines[0]!;
  if (ENTRY.test(first)) return html`<ul>\n${entries(ENTRY)}</ul>`;
  if (NUMBERED.test(first)) return html`<ol>\n${entries(NUMBERED)}</ol>`;
  const isNote = first.startsWith('> ');
  const text = lines.map((line) => (isNote ? line.replace(/^> /, '') : line)).join('\n');
  return isNote ? html`<p class="note">${inline(text)}</p>` : html`<p>${inline(text)}</p>`;
}

const ENTRY = /^- /;
const NUMBERED = /^\d+\. /;
const MARKED = /(\*\*[^*\n]+\*\*|\[[^\][\n]+\]\(\/(?:\w[\w/-]*)?\))/;

/** Split by a pattern in brackets, every second part is what it found. */
const inline = (text: string): readonly (Html | string)[] =>
  text.split(MARKED).map((part, index) => (index % 2 === 0 ? part : marked(part)));

function marked(part: string): Html {
  if (part.startsWith('**')) return html`<strong>${part.slice(2, -2)}</strong>`;
  const [words = '', address = ''] = part.slice(1, -1).split('](');
  return html`<a href="${address}">${words}</a>`;
}
