import * as z from 'zod';
import type { Lexicon } from '../../domain/classification/lexicon.ts';

/** Terms parted by single spaces, none twice. */
const termList = z
  .string()
  .regex(/^\S+( \S+)*$/, 'terms parted by single spaces')
  .refine((list) => new Set(list.split(' ')).size === list.split(' ').length, 'a term stands twice');

const gradedTerms = z.strictObject({
  strong: termList.optional(),
  medium: termList.optional(),
  weak: termList.optional(),
});

const circumstance = z.enum([
  'accident',
  'fish-kill',
  'drinking-water',
  'school',
  'pupils',
  'many-people',
  'crowd',
  'joint-letter',
  'illness',
  'health',
  'night',
]);

export const lexiconSchema: z.ZodType<Lexicon> = z.strictObject({
  version: z.string(),
  characters: z
    .strictObject({ traditional: z.string(), simplified: z.string() })
    .refine(({ traditional, simplified }) => traditional.length === simplified.length, 'one for one'),
  spellings: z.record(z.string(), termList),
  signs: z.record(z.string(), gradedTerms),
  measures: z.record(z.string(), termList),
  sources: z.record(z.string(), termList),
  circumstances: z.record(circumstance, termList),
  otherSubjects: gradedTerms,
  negators: termList,
  neutral: termList,
});
