import * as z from 'zod';
import type { Names } from './resource-names.ts';
import type { Resource } from './template.ts';

const IntegrationProperties = z.object({ IntegrationUri: z.string() });

/** The function that an HTTP integration invokes. */
export function functionBehind(integration: Resource, names: Names): Resource {
  return names.byReference(IntegrationProperties.parse(names.properties(integration)).IntegrationUri);
}
