import type { Role } from './role.ts';
import { type Mention, tells } from './term.ts';

/** Two terms that tell a sign only together: "一股" and, some characters on, "味". */
export interface Pair {
  readonly sign: string;
  readonly points: number;
  /** How many characters may stand between the two. */
  readonly within: number;
  /** It tells what the second half is said of, whatever that tells by itself or with another: water that smells. */
  readonly instead?: boolean | undefined;
}

/** The mentions, each that completes a pair with the sign of the pair besides. A sentence ends every pair that is open. */
export function withPairs(mentions: readonly Mention[], pairs: readonly Pair[]): Mention[] {
  const opened = new Map<number, Mention>();
  return mentions.map((mention) => {
    if (!tells(mention.value, 'opens') && !tells(mention.value, 'closes')) return mention;
    const completed = mention.value.roles.flatMap((role) => {
      const opener = role.kind === 'closes' ? opened.get(role.pair) : undefined;
      if (role.kind !== 'closes' || !opener || !isNear(opener, mention, pairs[role.pair]!)) return [];
      return { pair: pairs[role.pair]!, opener };
    });
    for (const role of mention.value.roles) if (role.kind === 'opens') opened.set(role.pair, mention);
    const instead = completed.filter(({ pair }) => pair.instead);
    return completed.length === 0 ? mention : told(mention, instead.length > 0 ? instead : completed);
  });
}

function told(mention: Mention, completed: readonly { readonly pair: Pair; readonly opener: Mention }[]): Mention {
  const { term, roles } = mention.value;
  const signs = completed.map(
    ({ pair: { sign, points } }) => ({ kind: 'sign', sign, points, deniable: true }) as const,
  );
  const most = completed.some(({ pair }) => pair.instead) ? Infinity : Math.max(...signs.map(({ points }) => points));
  const name = `${completed[0]!.opener.value.term}…${term}`;
  return {
    ...mention,
    value: { term: name, roles: [...roles.filter((role) => isNoSign(role) || role.points > most), ...signs] },
  };
}

function isNear(opener: Mention, closer: Mention, { within }: Pair): boolean {
  return opener.sentence === closer.sentence && closer.start - opener.end <= within;
}

/** What the pair tells stands for what its second half would tell alone, unless that is stronger. */
const isNoSign = (role: Role): role is Exclude<Role, { kind: 'sign' }> => role.kind !== 'sign';
