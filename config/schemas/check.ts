import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { CalendarFile } from './calendar.ts';
import { ClocksFile } from './clocks.ts';
import { ProvinceFile, type ProvinceSettings } from './province.ts';

/** Every province that is well described, and every fault of the others and of the rules they share: one readable line each. */
export interface CheckedConfig {
  readonly provinces: readonly ProvinceSettings[];
  readonly faults: readonly string[];
}

/** Reads and checks all of `folder` (config/), so that a reader of the faults can put them all right at once. */
export function checkConfig(folder: string): CheckedConfig {
  const faults: string[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => readChecked(folder, file, schema, faults);
  read('calendar.json', CalendarFile);
  const clocks = read('clocks.json', ClocksFile);
  const files = readdirSync(join(folder, 'provinces')).filter((file) => file.endsWith('.json'));
  const provinces = files.flatMap((file) => {
    const path = `provinces/${file}`;
    const province = read(path, ProvinceFile);
    if (!province) return [];
    if (`${province.id}.json` !== file)
      faults.push(faultLine(path, '/id', `must be "${file.slice(0, -5)}", as the file is named`));
    if (clocks && !clocks.versions.some(({ version }) => version === province.policyVersion))
      faults.push(faultLine(path, '/policyVersion', `"${province.policyVersion}" is not in clocks.json`));
    return [province];
  });
  return { provinces, faults };
}

function readChecked<T>(folder: string, file: string, schema: z.ZodType<T>, faults: string[]): T | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) return void faults.push(faultLine(file, '', 'is missing'));
  const content = parseJson(readFileSync(path, 'utf8'));
  if (content.kind === 'broken') return void faults.push(faultLine(file, '', content.reason));
  const { data, error } = schema.safeParse(content.value);
  for (const issue of error?.issues ?? []) faults.push(faultLine(file, pointerTo(issue.path), issue.message));
  return data;
}

type Parsed =
  | { readonly kind: 'parsed'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly reason: string };

function parseJson(text: string): Parsed {
  try {
    return { kind: 'parsed', value: JSON.parse(text) };
  } catch (error) {
    return { kind: 'broken', reason: `is not JSON: ${(error as Error).message.split('\n')[0]}` };
  }
}

/** RFC 6901: "" is the whole file. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

const faultLine = (file: string, pointer: string, message: string): string =>
  `config/${file}${pointer && ` ${pointer}`}: ${message}`;
