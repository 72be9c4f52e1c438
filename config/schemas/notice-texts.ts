import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { READERS, type Reader, type Text, type Texts } from '../../domain/texts/text.ts';
import { frontMatterOf } from './front-matter.ts';

/** What stands above the words of a text. */
const Head = z.strictObject({
  reader: z.enum(READERS),
  /** When it is sent, and why: one line for whoever edits it. */
  about: z.string().min(1),
  subject: z.string().min(1).optional(),
  sms: z.string().min(1).optional(),
  /** Of each parameter its type and an example. */
  parameters: z.record(z.string(), z.string()).default({}),
});

/** One file of config/notices. */
export interface TextFile extends Omit<z.infer<typeof Head>, 'parameters'> {
  readonly parameters: Readonly<Record<string, { readonly type: string; readonly example: string }>>;
  readonly body: string;
  readonly version: string;
}

/** A file as it reads, or what is wrong with its shape: one line each. */
export function textFileOf(content: string): TextFile | readonly string[] {
  const read = frontMatterOf(content);
  if ('fault' in read) return [read.fault];
  const { data, error } = Head.safeParse(read.head);
  if (error) return error.issues.map(({ path, message }) => `${path.join('.') || 'the head'}: ${message}`);
  const parameters = Object.entries(data.parameters).map(([name, line]) => {
    const [, type = '', example = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
    return [name, { type, example }] as const;
  });
  const version = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { ...data, parameters: Object.fromEntries(parameters), body: read.body, version };
}

const FOLDER = 'notices';
/** The folder there of what stands in English below a text, in a file of the same name; one for all provinces. */
export const ENGLISH = 'en';

/** The file of that text which the province has, below `folder` (config/): its own, or that of all. */
export function fileOf(folder: string, name: string, province: string): string {
  const own = join(FOLDER, province, `${name}.md`);
  return existsSync(join(folder, own)) ? own : join(FOLDER, `${name}.md`);
}

/** What stands in English below that text; undefined for nothing. Throws as `textsOf`. */
export function englishOf(folder: string, name: string): string | undefined {
  const path = join(FOLDER, ENGLISH, `${name}.md`);
  if (!existsSync(join(folder, path))) return undefined;
  const file = textFileOf(readFileSync(join(folder, path), 'utf8'));
  if ('length' in file) throw new Error(`config/${path}: ${file.join('; ')}`);
  return file.body;
}

/** The names of the files in config/notices, or in a folder there. */
export function textNames(folder: string, province = ''): readonly string[] {
  const path = join(folder, FOLDER, province);
  const files = existsSync(path) ? readdirSync(path) : [];
  return files.flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -'.md'.length)] : [])).toSorted();
}

/** By the file beside a bundle, whose texts it holds. */
export const TEXTS_OF = {
  'letters.json': ['staff', 'office'],
  'tellings.json': ['complainant'],
  'replies.json': ['chat'],
  'pages.json': ['page'],
} as const satisfies Record<string, readonly Reader[]>;

/** Whether a file beside a bundle is put together from texts. */
export const isOfTexts = (file: string): file is keyof typeof TEXTS_OF => file in TEXTS_OF;

/** What the province says to those readers. Throws where a file is broken: they were checked at synth. */
export function textsOf(folder: string, province: string, readers: readonly Reader[] = READERS): Texts {
  const texts = textNames(folder).map((name): readonly [string, Text] => {
    const file = textFileOf(readFileSync(join(folder, fileOf(folder, name, province)), 'utf8'));
    if ('length' in file) throw new Error(`config/notices/${name}.md: ${file.join('; ')}`);
    const { reader, version, subject, sms, body } = file;
    return [name, { reader, version, subject, sms, body, english: englishOf(folder, name) }];
  });
  return Object.fromEntries(texts.filter(([, { reader }]) => readers.includes(reader)));
}
