import * as z from 'zod';
import type { Content } from './route.ts';

/**
 * What a request holds, or what an answer does: a default makes a field optional in the one and present in the other.
 */
type Side = 'input' | 'output';

export function schemaOf(schema: z.ZodType, side: Side) {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: side,
    unrepresentable: 'any',
    // Open, in both directions: a field that comes with a later release must break no client.
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return rest;
}

export function contentOf(content: Content, side: Side, example?: unknown) {
  return Object.fromEntries(
    Object.entries(content).map(([mediaType, schema]) => {
      const described = schemaOf(schema, side);
      const isJson = mediaType === 'application/json';
      const shown = isJson && example !== undefined ? { example } : {};
      return [mediaType, { schema: side === 'input' && isJson ? withBlanks(described) : described, ...shown }];
    }),
  );
}

/** What counts as not sent; `readJson` passes it over. */
export const Blank = z.union([z.null(), z.string().regex(/^\s*$/)]);

/** A field that may be left out may be sent blank as well. */
function withBlanks(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withBlanks);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, withBlanks(value)]));
  const { properties, required = [] } = inner as { properties?: Record<string, object>; required?: string[] };
  if (!properties) return inner;
  const orBlank = ([name, field]: [string, object]) =>
    required.includes(name) ? [name, field] : [name, { anyOf: [field, { $ref: '#/components/schemas/Blank' }] }];
  return { ...inner, properties: Object.fromEntries(Object.entries(properties).map(orBlank)) };
}

export function parametersOf(fields: z.ZodObject | undefined, place: 'query' | 'header') {
  return fieldsOf(fields).map(([name, schema]) => ({
    name,
    in: place,
    required: isRequired(schema),
    schema: schemaOf(schema, 'input'),
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
