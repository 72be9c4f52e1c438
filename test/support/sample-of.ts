import type * as z from 'zod';

type Schema = z.core.$ZodTypes;

/** Serves for every text: a reason may be anything, a moment must be one. */
const TEXT = '2026-06-01T02:00:00.000Z';

/** What to say where any text will do. */
type Say = () => string;

/** Something that fits the schema, with every part that it may have. */
export const sampleOf = <T>(schema: z.core.$ZodType<T>, say: Say = () => TEXT): T =>
  sampled(schema as unknown as Schema, say) as T;

/** The same several times: without what may be missing, and with each word or yes and no that its own fields may hold. */
export function samplesOf<T extends object>(schema: z.core.$ZodType<T>, say?: Say): readonly T[] {
  const { shape } = (schema as unknown as z.core.$ZodObject)._zod.def;
  const whole = sampleOf(schema, say);
  const least = Object.fromEntries(Object.entries(whole).filter(([field]) => !isOptional(shape[field]!)));
  const varied = Object.entries(shape).flatMap(([field, one]) =>
    choicesOf(one as Schema).map((choice) => ({ ...whole, [field]: choice })),
  );
  return [whole, least as T, ...varied];
}

const isOptional = (schema: z.core.$ZodType): boolean => (schema as Schema)._zod.def.type === 'optional';

function choicesOf(schema: Schema): readonly unknown[] {
  const { def } = schema._zod;
  if (def.type === 'enum') return Object.values(def.entries);
  if (def.type === 'boolean') return [true, false];
  return 'innerType' in def ? choicesOf(def.innerType as Schema) : [];
}

function sampled(schema: Schema, say: Say): unknown {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object':
      return Object.fromEntries(Object.entries(def.shape).map(([field, one]) => [field, sampled(one as Schema, say)]));
    case 'record':
      return { sample: sampled(def.valueType as Schema, say) };
    case 'array':
      return [sampled(def.element as Schema, say)];
    case 'union':
      return sampled(def.options[0] as Schema, say);
    case 'tuple':
      return def.items.map((item) => sampled(item as Schema, say));
    case 'enum':
      return Object.values(def.entries)[0];
    case 'literal':
      return def.values[0];
    case 'string':
      return textIn('format' in def ? def.format : undefined, say);
    case 'boolean':
      return true;
    case 'number':
      return 1;
    case 'pipe':
      return sampled(def.in as Schema, say);
    default:
      return 'innerType' in def ? sampled(def.innerType as Schema, say) : TEXT;
  }
}

function textIn(format: unknown, say: Say): string {
  if (format === undefined) return say();
  return format === 'date' ? TEXT.slice(0, 10) : TEXT;
}
