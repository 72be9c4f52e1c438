import * as z from 'zod';
import type { Content } from './routes.ts';

/** What a request holds, or what an answer does: a default makes a field optional in the one and present in the other. */
type Side = 'input' | 'output';

export function schemaOf(schema: z.ZodType, side: Side) {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: side, unrepresentable: 'any' });
  return rest;
}

export function contentOf(content: Content, side: Side) {
  return Object.fromEntries(
    Object.entries(content).map(([mediaType, schema]) => [mediaType, { schema: schemaOf(schema, side) }]),
  );
}

export function parametersOf(fields: z.ZodObject | undefined, place: 'query' | 'header') {
  return fieldsOf(fields).map(([name, schema]) => ({
    ...{ name, in: place },
    ...{ required: isRequired(schema), schema: schemaOf(schema, 'input') },
  }));
}

export function headersOf(fields: z.ZodObject) {
  return Object.fromEntries(
    fieldsOf(fields).map(([name, schema]) => [
      name,
      { required: isRequired(schema), schema: schemaOf(schema, 'output') },
    ]),
  );
}

const fieldsOf = (fields: z.ZodObject | undefined) => Object.entries(fields?.shape ?? {}) as [string, z.ZodType][];
const isRequired = (schema: z.ZodType): boolean => !schema.safeParse(undefined).success;
