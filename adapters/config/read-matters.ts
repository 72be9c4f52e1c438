import { mattersSchema } from '../../config/schemas/matters.ts';
import type { Matters } from '../../domain/routing/matter.ts';
import { readJson } from './read-config.ts';

/** Whose business each matter is by law, as it travels beside a bundle. */
export function readMatters(folder: string): Matters {
  return mattersSchema.parse(readJson(folder, 'matters'));
}
