import * as z from 'zod';
import type { LawOfDay } from '../../domain/law/cite.ts';
import { ELEMENTS, missingFrom } from '../../domain/texts/elements.ts';
import { filled } from '../../domain/texts/filled.ts';
import type { Contract } from '../../domain/texts/parameters.ts';
import type { Fault } from './fault.ts';
import { examplesOf } from './notice-checks.ts';
import type { TextFile } from './notice-texts.ts';
import { name } from './texts.ts';

/** An element that a letter must hold, and who asks for it: a provision of statutes.json, or we ourselves. */
const required = z.union([
  z.strictObject({ element: z.enum(ELEMENTS), law: name }),
  z.strictObject({ element: z.enum(ELEMENTS), practice: name }),
]);

/** config/letter-elements.json: by the text of config/notices, what it must say. */
export const letterElementsSchema = z.strictObject({
  $schema: z.string().optional(),
  note: z.string(),
  letters: z.record(z.string(), z.array(required).min(1).readonly()),
});

type LetterElements = z.infer<typeof letterElementsSchema>;
export type Required = z.infer<typeof required>;

/** Each text that must say something is one that is said, and each law is in force on that day. */
export function faultsOfElements({ letters }: LetterElements, texts: readonly string[], law: LawOfDay): Fault[] {
  return Object.entries(letters).flatMap(([text, all]): Fault[] => [
    ...(texts.includes(text) ? [] : [[`/letters/${text}`, 'nobody says this text', 'name it as its file'] as const]),
    ...all.flatMap((one, index): Fault[] => {
      if (!('law' in one) || law.holds(one.law)) return [];
      const why = `nothing of the provision "${one.law}" is in force`;
      return [[`/letters/${text}/${index}/law`, why, 'name a provision of statutes.json']];
    }),
  ]);
}

/** What must be said and is not, as the text reads with its examples. */
export function faultsOfMissing(file: TextFile, contract: Contract, all: readonly Required[]): Fault[] {
  const missing = missingFrom(filled(file.body, examplesOf(file, contract)), [...all.map(({ element }) => element)]);
  return all
    .filter(({ element }) => missing.includes(element))
    .map((one): Fault => {
      const who = 'law' in one ? `the law asks for it (${one.law})` : one.practice;
      return ['/body', `does not say: ${one.element}`, `say it as the text of all provinces does; ${who}`];
    });
}
