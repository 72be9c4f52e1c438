/**
 * The networks that an address lies in, the narrow one first. An IPv4 address is one, whoever shares it. Of IPv6 a
 * phone has a /64 to itself, and a line at home up to a /56: both are named, since whoever owns the wider one can take
 * another narrow one for each request.
 */
export function networksOf(address: string): readonly [narrow: string, wide?: string] {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return [mapped ?? address];
  const [first, second, third, fourth] = groupsOf(address);
  const hexadecimal = (group: number) => group.toString(16);
  const narrow = [first, second, third, fourth].map((group = 0) => hexadecimal(group));
  return [`${narrow.join(':')}/64`, `${[...narrow.slice(0, 3), hexadecimal((fourth ?? 0) & 0xff00)].join(':')}/56`];
}

/** The eight groups of an IPv6 address, those that `::` stands for as well. */
function groupsOf(address: string): number[] {
  const [before = '', after] = address.split('::');
  const [head = [], tail = []] = [before, after ?? ''].map((part) => part.split(':').filter(Boolean));
  const zeros = after === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16));
}
