import type { Matters } from '../../domain/matter.ts';
import { readRules } from './read-config.ts';

/** Whose business each matter is by law, as it travels beside a bundle. */
export function readMatters(folder: string): Matters {
  return readRules(folder, 'matters');
}
