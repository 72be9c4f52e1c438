import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceOrigin } from 'node:module';
import { fileURLToPath } from 'node:url';

/** "at a (file:///var/task/index.mjs:1:2345)", or without a name and its brackets. */
const PLACE = /(file:\/\/[^\s()]+):(\d+):(\d+)\)?$/;

const maps = new Map<string, SourceMap | undefined>();

/**
 * A frame of a stack as its place in our sources, "at domain/case/decide.ts:33:12"; as it is where no map lies beside the
 * module. The map is read with the first error and not when a function starts, which nobody must wait for.
 */
export function sourceFrame(frame: string): string {
  const [, module = '', line, column] = PLACE.exec(frame) ?? [];
  const origin = module === '' ? undefined : mapBeside(module)?.findOrigin(Number(line), Number(column));
  if (!origin || !isOrigin(origin)) return frame;
  return `at ${origin.fileName.replace(/^(\.\.\/)+/, '')}:${origin.lineNumber}:${origin.columnNumber}`;
}

/** What lies in no source of ours has an empty origin. */
const isOrigin = (origin: object): origin is SourceOrigin => 'fileName' in origin;

function mapBeside(module: string): SourceMap | undefined {
  if (!maps.has(module)) maps.set(module, readMap(`${fileURLToPath(module)}.map`));
  return maps.get(module);
}

const readMap = (path: string): SourceMap | undefined =>
  existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
