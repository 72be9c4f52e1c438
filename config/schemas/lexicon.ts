import * as z from 'zod';
import type { IncidentPart, Lexicon } from '../../domain/classification/lexicon.ts';

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

const pair = z.strictObject({
  sign: z.string(),
  grade: z.enum(['strong', 'medium', 'weak']),
  first: termList,
  second: termList,
  within: z.int().min(0).max(20),
  instead: z.boolean().optional(),
});

const outcomeCue = z.enum(['offer', 'accusation', 'thanks', 'solved', 'unsolved', 'misdirected']);

const circumstance = z.enum([
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

const incidentPart = z.enum([
  ...['release', 'breakage', 'outflow', 'collapse', 'crash', 'fire', 'blast', 'dumping', 'flight', 'acute', 'mild'],
  ...[
    'dead-fish',
    'some-dead-fish',
    'fish',
    'afloat',
    'radioactive',
    'blood-lead',
    'loss',
    'gas',
    'liquid',
    'tank',
    'tailings',
    'plant',
    'marked',
    'fumes',
    'discoloured',
    'drain',
    'small',
    'faint',
  ],
  ...['drinking-water', 'open-water', 'supposed', 'wished', 'past', 'elsewhere', 'exercise', 'over', 'now', 'beside'],
] as const satisfies IncidentPart[]);

export const lexiconSchema: z.ZodType<Lexicon> = z.strictObject({
  $schema: z.string().optional(),
  version: z.string(),
  characters: z
    .strictObject({ traditional: z.string(), simplified: z.string() })
    .refine(({ traditional, simplified }) => traditional.length === simplified.length, 'one for one'),
  slots: z.record(z.string(), termList),
  spellings: z.record(z.string(), termList),
  slips: termList,
  signs: z.record(z.string(), gradedTerms),
  measures: z.record(z.string(), termList),
  pairs: z.array(pair).readonly(),
  sources: z.record(z.string(), termList),
  circumstances: z.record(circumstance, termList),
  incidents: z.record(incidentPart, termList),
  outcomes: z.record(outcomeCue, termList),
  figures: z.strictObject({ idioms: termList, abstract: termList }),
  english: z.record(z.string(), z.string().regex(/^[a-z0-9' ]+(?:, [a-z0-9' ]+)*$/)),
  otherSubjects: gradedTerms,
  negators: termList,
  neutral: termList,
});
