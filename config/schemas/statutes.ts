import * as z from 'zod';
import { ARTICLE } from '../../domain/law/articles.ts';
import { PROVISIONS, type Statutes, TIMED_PROVISIONS, WITHIN_UNITS } from '../../domain/law/statutes.ts';
import { confidence } from './confidence.ts';
import { whenReadable } from './readable.ts';

const day = z.iso.date();

/** Both ends included; open on a side that is not named. */
export const span = { from: day.optional(), until: day.optional() };

const instrument = z.strictObject({
  title: z.string().min(1),
  short: z.string().min(1),
  from: day,
  to: day.optional(),
  repealedBy: z.string().optional(),
  confidence,
  readOn: day,
  source: z.string().min(1),
  articlesUnsettled: z.string().min(1).optional(),
  note: z.string().optional(),
});

const article = z.string().regex(ARTICLE, 'must be an article such as 146, 146.1, 1130(8), 7.1(2), or 附录');

const within = z.strictObject({ unit: z.enum(WITHIN_UNITS), count: z.int().positive() });

const provision = z.strictObject({
  toCitizens: z.literal(true).optional(),
  says: z.string().min(1).optional(),
  in: z
    .array(
      z.strictObject({
        ...span,
        cites: z.array(z.tuple([z.string()], article)).min(1),
        within: within.optional(),
      }),
    )
    .min(1),
  note: z.string().optional(),
});

/** What is cited is told from the names alone. */
const hasProvisions = whenReadable({ provisions: z.record(z.string(), z.unknown()) }, 'provisions');

/** config/statutes.json. Every provision that code names is there, and no other but those of matters. */
export const statutesSchema: z.ZodType<Statutes> = z
  .strictObject({
    $schema: z.string().optional(),
    note: z.string(),
    instruments: z.record(z.string(), instrument),
    provisions: z.record(z.string(), provision),
  })
  .superRefine(
    ({ provisions }, context) => {
      const names = Object.keys(provisions);
      const fault = (message: string) => context.addIssue({ code: 'custom', path: ['provisions'], message });
      for (const name of PROVISIONS) if (!names.includes(name)) fault(`"${name}", which texts cite, is missing`);
      for (const name of TIMED_PROVISIONS)
        if (!provisions[name]?.in.every(({ within }) => within)) fault(`"${name}" does not say within what time`);
      for (const name of names)
        if (!name.startsWith('matter:') && !(PROVISIONS as readonly string[]).includes(name))
          fault(`nothing cites "${name}"`);
    },
    { when: hasProvisions },
  );
