import type { Texts } from '../../domain/texts/text.ts';
import { readProvince, readRules } from './read-config.ts';

/** Whose pages these are, and what they tell. */
export function readSite(folder: string) {
  const { name, organiser } = readProvince(folder);
  return { name, organiser, texts: readRules<Texts>(folder, 'pages') };
}
