import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sectionsOf } from './markdown.ts';

const textOf = (page: string): string => readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8');
const sections = sectionsOf(textOf('runbook.md'));

/** What stands in docs/runbook.md under that heading. */
export const runbookUnder = (heading: string): string => sections.find(({ title }) => title === heading)?.text ?? '';

/** By what the placeholders of a page are replaced. */
type Meant = Readonly<Record<string, string>>;

const filled = (text: string, meant: Meant): string =>
  text.replace(/<[^<>\n]+>/g, (placeholder) => meant[placeholder] ?? placeholder);

/** Every command of ours that a text names, as the shell would split it. */
export function opsCommandsIn(text: string, meant: Meant): string[][] {
  const lines = [...text.matchAll(/(?:`|^)npm run ops -- ([^`\n]+)/gm)].map(([, line]) => filled(line!, meant));
  return lines.map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!));
}

/** Every command of ours that a page names. */
export const opsCommandsOf = (page: string, meant: Meant): string[][] => opsCommandsIn(textOf(page), meant);

/** Which functions a text has invoked by hand, and with what. */
export const invocationsIn = (text: string, meant: Meant): { readonly name: string; readonly payload: unknown }[] =>
  [...text.matchAll(/aws lambda invoke --function-name (\S+)[^']*--payload '([^']+)'/g)].map(([, name, payload]) => ({
    name: filled(name!, meant),
    payload: JSON.parse(filled(payload!, meant)),
  }));
