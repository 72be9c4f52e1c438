/**
 * Text as it was before it was folded (RFC 3676): a line that ends with a blank goes on in the next of the same depth
 * of quoting. With `deletesBlanks` (delsp), as scripts without blanks have it, that blank is none of the text.
 */
export function unflowed(text: string, deletesBlanks: boolean): string {
  const lines: string[] = [];
  let open: string | undefined;
  for (const written of text.split(/\r?\n/)) {
    const depth = /^>*/.exec(written)![0];
    const line = written.slice(depth.length).replace(/^ /, '');
    const isFolded = line.endsWith(' ') && line !== '-- ';
    const words = isFolded && deletesBlanks ? line.slice(0, -1) : line;
    if (open === depth) lines[lines.length - 1] += words;
    else lines.push(depth === '' ? words : `${depth} ${words}`);
    open = isFolded ? depth : undefined;
  }
  return lines.join('\n');
}

/**
 * The words of text/enriched (RFC 1896) and of its forerunner text/richtext: commands and their parameters left out.
 */
export function plainOfEnriched(text: string): string {
  return text
    .replace(/<param>[^<]*<\/param>/gi, '')
    .replaceAll('<<', '\u0001')
    .replace(/<lt>/gi, '\u0001')
    .replace(/<nl>/gi, '\n')
    .replace(/<\/?[a-z-]{1,60}>/gi, '')
    .replaceAll('\u0001', '<');
}
