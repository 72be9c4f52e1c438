/**
 * Whether a recorded fact says something else than a command that would have recorded it: every word and number of the
 * command that the fact keeps under its name counts, however deep. Lists do not, which a fact words its own way.
 */
export function differsFromRecord(fact: object, command: object): boolean {
  const kept = leavesOf(fact, OF_THE_RECORD);
  return [...leavesOf(command, ['type'])].some(([name, said]) => {
    const all = kept.get(name);
    return all !== undefined && [...said].some((one) => !all.has(one));
  });
}

/** What stands in every record, whatever was said. */
const OF_THE_RECORD = ['type', 'caseId', 'seq', 'at', 'actor', 'started', 'told', 'prev', 'hash'];

type Leaves = Map<string, Set<string>>;

function leavesOf(value: object, without: readonly string[] = [], found: Leaves = new Map()): Leaves {
  for (const [name, one] of Object.entries(value)) {
    if (without.includes(name) || one === undefined || Array.isArray(one)) continue;
    if (typeof one === 'object' && one !== null) leavesOf(one, [], found);
    else found.set(name, (found.get(name) ?? new Set()).add(String(one)));
  }
  return found;
}
