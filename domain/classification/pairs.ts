import type { Mention, Role } from './term.ts';

/** Two terms that tell a sign only together: "一股" and, some characters on, "味". */
export interface Pair {
  readonly sign: string;
  readonly points: number;
  /** How many characters may stand between the two. */
  readonly within: number;
}

/** The mentions, each that completes a pair with the sign of the pair besides. A sentence ends every pair that is open. */
export function withPairs(mentions: readonly Mention[], pairs: readonly Pair[]): Mention[] {
  const opened = new Map<number, Mention>();
  return mentions.map((mention) => {
    const told: Role[] = [];
    let first = '';
    for (const role of mention.value.roles) {
      const opener = role.kind === 'closes' ? opened.get(role.pair) : undefined;
      if (role.kind !== 'closes' || !opener || !isNear(opener, mention, pairs[role.pair]!)) continue;
      const { sign, points } = pairs[role.pair]!;
      first = opener.value.term;
      told.push({ kind: 'sign', sign, points, deniable: true });
    }
    for (const role of mention.value.roles) if (role.kind === 'opens') opened.set(role.pair, mention);
    if (told.length === 0) return mention;
    const { term, roles } = mention.value;
    return { ...mention, value: { term: `${first}…${term}`, roles: [...roles.filter(isNoSign), ...told] } };
  });
}

function isNear(opener: Mention, closer: Mention, { within }: Pair): boolean {
  return opener.sentence === closer.sentence && closer.start - opener.end <= within;
}

/** What the pair tells stands for what its second half would tell alone. */
const isNoSign = ({ kind }: Role): boolean => kind !== 'sign';
