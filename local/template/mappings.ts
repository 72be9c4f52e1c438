import * as z from 'zod';
import { type EventFilter, parseFilters } from './event-filter.ts';
import type { Names } from './resource-names.ts';
import type { Resource } from './template.ts';

/** What an event source mapping says, for queues and streams alike. */
export interface Mapping {
  readonly source: Resource;
  readonly target: Resource;
  readonly batchSize: number;
  readonly filter: EventFilter;
  readonly reportsItemFailures: boolean;
  /** Streams only: how often a failing batch comes again; undefined: until it succeeds or expires. */
  readonly retries: number | undefined;
  readonly bisects: boolean;
  /** Streams only: the queue that learns of records given up. */
  readonly onFailure: Resource | undefined;
  /** Queues only: batches handled at once. */
  readonly concurrency: number | undefined;
}

const MappingProperties = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.coerce.number().optional(),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })).default([]) }).optional(),
  FunctionResponseTypes: z.array(z.string()).default([]),
  MaximumRetryAttempts: z.coerce.number().default(-1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
  ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number().optional() }).optional(),
});

/**
 * Every enabled mapping of the stack. Batching windows are not waited for: locally a window closes as soon as nothing
 * more is there.
 */
export function readMappings(names: Names): readonly Mapping[] {
  return names.ofType('AWS::Lambda::EventSourceMapping').flatMap((resource) => {
    const properties = MappingProperties.parse(names.properties(resource));
    if (!properties.Enabled) return [];
    const source = names.byReference(properties.EventSourceArn);
    const onFailure = properties.DestinationConfig?.OnFailure?.Destination;
    return {
      source,
      target: names.byReference(properties.FunctionName),
      batchSize: properties.BatchSize ?? (source.type === 'AWS::SQS::Queue' ? 10 : 100),
      filter: parseFilters((properties.FilterCriteria?.Filters ?? []).map(({ Pattern }) => Pattern)),
      reportsItemFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
      retries: properties.MaximumRetryAttempts < 0 ? undefined : properties.MaximumRetryAttempts,
      bisects: properties.BisectBatchOnFunctionError,
      onFailure: onFailure === undefined ? undefined : names.byReference(onFailure),
      concurrency: properties.ScalingConfig?.MaximumConcurrency,
    };
  });
}

const BatchResponse = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() });

/**
 * Which items of a batch failed, by what the function answered. An answer of another shape, or one that names an item
 * the batch does not have, fails the whole batch, as in Lambda.
 */
export function failedItems(result: unknown, identifiers: readonly string[]): ReadonlySet<string> {
  if (result === null || result === undefined) return new Set();
  const parsed = BatchResponse.safeParse(result);
  if (!parsed.success) return new Set(identifiers);
  const failed = (parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return new Set(failed.every((identifier) => identifiers.includes(identifier)) ? failed : identifiers);
}
