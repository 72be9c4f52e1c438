/**
 * What a table holds under a name that came from outside. Undefined for whatever every object has without being told
 * ("constructor", "toString"): a table must never be indexed by such a name itself.
 */
export function ownProperty<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
