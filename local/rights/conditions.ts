/** What is known of a call, under the names that IAM gives it. */
export type Context = Readonly<Record<string, readonly string[] | undefined>>;

/** As policies write it: operator, then key, then what it is held against. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Whether a value of the request fits one of the policy. */
const MATCHES: Readonly<Record<string, (value: string, pattern: string) => boolean>> = {
  StringEquals: (value, wanted) => value === wanted,
  StringLike: isLike,
  ArnLike: isLike,
  Bool: (value, wanted) => value === wanted,
};

/** A negated operator holds where none of the policy's values fits. */
const NEGATED: Readonly<Record<string, string>> = { StringNotEquals: 'StringEquals', StringNotLike: 'StringLike' };

/** `*` stands for any text, `?` for one character. */
export function isLike(value: string, pattern: string): boolean {
  return value === pattern || (/[*?]/.test(pattern) && expressionOf(pattern).test(value));
}

const expressions = new Map<string, RegExp>();

/** Every call of every function is held against all patterns of its role: each is read once. */
function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern);
  if (known) return known;
  const text = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${text}$`, 's');
  expressions.set(pattern, expression);
  return expression;
}

/** An operator that is not known here is an error when the policy is read, not when a call comes. */
export function refuseUnknownOperators(conditions: Conditions): void {
  for (const operator of Object.keys(conditions)) {
    const { base } = partsOf(operator);
    if (base !== 'Null' && !MATCHES[NEGATED[base] ?? base])
      throw new Error(
        `the local runner does not know the condition ${operator}; teach it to local/rights/conditions.ts`,
      );
  }
}

/** The first condition that the call does not meet, as its operator and key; undefined when it meets all. */
export function unmet(conditions: Conditions, context: Context): string | undefined {
  const each = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, wanted]) => ({ operator, key, wanted })),
  );
  const failed = each.find(({ operator, key, wanted }) => !holds(operator, context[key], wanted));
  return failed && `${failed.operator} ${failed.key} (${context[failed.key]?.join(', ') ?? 'not in the request'})`;
}

function holds(operator: string, values: readonly string[] | undefined, wanted: readonly string[]): boolean {
  const { quantifier, base, ifExists } = partsOf(operator);
  if (base === 'Null') return wanted.includes(String(values === undefined));
  if (values === undefined) return ifExists || quantifier === 'ForAllValues' || base in NEGATED;
  const matches = MATCHES[NEGATED[base] ?? base]!;
  const fits = (value: string) => wanted.some((pattern) => matches(value, pattern)) !== base in NEGATED;
  return quantifier === 'ForAllValues' ? values.every(fits) : values.some(fits);
}

function partsOf(operator: string) {
  const [, quantifier, base = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  return { quantifier, base, ifExists: ifExists !== undefined };
}
