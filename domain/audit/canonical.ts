/**
 * JSON in one form only (RFC 8785): members sorted by the UTF-16 units of their names, no white space, numbers as
 * ECMAScript writes them. What has no value is left out, and half a surrogate pair is U+FFFD, as it is in UTF-8.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${canonical(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}
