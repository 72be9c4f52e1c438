/** A heading and what stands under it, down to the next heading of any level. `text` begins with the heading. */
export type Section = { level: number; title: string; text: string };

/** In the order of the page. A line that looks like a heading in a code block is none. */
export function sectionsOf(page: string): Section[] {
  const sections: Section[] = [];
  let fenced = false;
  for (const line of page.split('\n')) {
    if (/^\s*```/.test(line)) fenced = !fenced;
    const [, marks, title] = (!fenced && /^(#+) (.+)$/.exec(line)) || [];
    if (title) sections.push({ level: marks!.length, title, text: line });
    else if (sections.length > 0) sections.at(-1)!.text += `\n${line}`;
  }
  return sections;
}

/** As GitHub makes it of a heading. */
export const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const BLOCK = /```[\s\S]*?```/g;
const CODE = /`[^`\n]*`/g;

export const blocksIn = (text: string): string[] => text.match(BLOCK) ?? [];
export const codeIn = (text: string): string[] => text.replace(BLOCK, '').match(CODE) ?? [];

/** The targets of links and pictures, as written. */
export const linksIn = (text: string): string[] =>
  [
    ...text
      .replace(BLOCK, '')
      .replace(CODE, '')
      .matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g),
  ].map(([, link, picture]) => (link ?? picture)!);
