/** Whether an event is let through to the function. */
export type EventFilter = (event: unknown) => boolean;

type Condition = (value: unknown) => boolean;

/**
 * Lambda's event filter patterns: an event passes if it matches any of them, or if there are none. An operator that is
 * not known here is an error.
 */
export function parseFilters(patterns: readonly string[]): EventFilter {
  const conditions = patterns.map((pattern) => nodeCondition(JSON.parse(pattern)));
  return (event) => conditions.length === 0 || conditions.some((matches) => matches(event));
}

function nodeCondition(pattern: unknown): Condition {
  if (Array.isArray(pattern)) {
    const alternatives = pattern.map(leafCondition);
    return (value) => alternatives.some((matches) => matches(value));
  }
  const fields = Object.entries(pattern as Record<string, unknown>).map(
    ([name, inner]) => [name, nodeCondition(inner)] as const,
  );
  return (value) => fields.every(([name, matches]) => matches((value as Record<string, unknown> | undefined)?.[name]));
}

const OPERATORS: Readonly<Record<string, (argument: unknown) => Condition>> = {
  prefix: (argument) => (value) => typeof value === 'string' && value.startsWith(String(argument)),
  suffix: (argument) => (value) => typeof value === 'string' && value.endsWith(String(argument)),
  exists: (argument) => (value) => (value !== undefined) === argument,
  'equals-ignore-case': (argument) => (value) =>
    typeof value === 'string' && value.toLowerCase() === String(argument).toLowerCase(),
  'anything-but': (argument) => {
    const excluded = [argument].flat().map(leafCondition);
    return (value) => value !== undefined && !excluded.some((matches) => matches(value));
  },
};

function leafCondition(pattern: unknown): Condition {
  if (typeof pattern !== 'object' || pattern === null) return (value) => value === pattern;
  const [[operator, argument] = ['', undefined]] = Object.entries(pattern);
  const condition = OPERATORS[operator];
  if (!condition) throw new Error(`the local runner does not know the filter operator ${operator}`);
  return condition(argument);
}
