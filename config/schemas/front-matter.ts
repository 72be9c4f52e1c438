type Entries = Record<string, string>;

/** What stands between the two lines of dashes, and what comes after them. */
interface Read {
  readonly head: Readonly<Record<string, string | Readonly<Entries>>>;
  readonly body: string;
}

const WHOLE = /^---\n(?<above>.*?)\n---\n(?<body>.*)$/s;
const LINE = /^(?<indent> {2})?(?<name>[a-zA-Z]+):(?: +(?<words>\S.*))?$/;

/**
 * Reads the little of YAML that heads a text: `name: words`, and one level of the same beneath a name without words. All
 * else is a fault, with its line.
 */
export function frontMatterOf(content: string): Read | { readonly fault: string } {
  const { above, body } = WHOLE.exec(content.replaceAll('\r\n', '\n'))?.groups ?? {};
  if (above === undefined || body === undefined)
    return { fault: 'does not begin with a head between two lines of ---' };
  const head: Record<string, string | Entries> = {};
  let group: Entries | undefined;
  for (const [index, line] of above.split('\n').entries()) {
    const at = `line ${index + 2}`;
    const { indent, name, words } = LINE.exec(line)?.groups ?? {};
    const into = indent === undefined ? head : group;
    if (name === undefined || !into) return { fault: `${at} is not \`name: words\`` };
    if (Object.hasOwn(into, name)) return { fault: `${at}: ${name} stands twice` };
    if (indent === undefined) group = words === undefined ? {} : undefined;
    if (into === head) head[name] = words ?? group ?? '';
    else into[name] = words ?? '';
  }
  return { head, body: body.trim() };
}
