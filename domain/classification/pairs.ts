import type { Role } from './role.ts';
import { type Mention, tells } from './term.ts';

/** Two terms that tell a sign only together: "一股" and, some characters on, "味". */
export interface Pair {
  readonly sign: string;
  readonly points: number;
  /** How many characters may stand between the two. */
  readonly within: number;
  /**
   * It tells what the second half is said of, whatever either half tells by itself or the second with another: tap water
   * that smells is water, whoever supplies it.
   */
  readonly instead?: boolean | undefined;
}

/** The mentions, each that completes a pair with the sign of the pair besides. A sentence ends every pair that is open. */
export function withPairs(mentions: readonly Mention[], pairs: readonly Pair[]): Mention[] {
  const opened = new Map<number, Mention>();
  const spent = new Set<Mention>();
  const completed = mentions.map((mention) => {
    if (!tells(mention.value, 'opens') && !tells(mention.value, 'closes')) return mention;
    const both = mention.value.roles.flatMap((role) => {
      const opener = role.kind === 'closes' ? opened.get(role.pair) : undefined;
      if (role.kind !== 'closes' || !opener || !isNear(opener, mention, pairs[role.pair]!)) return [];
      return { pair: pairs[role.pair]!, opener };
    });
    for (const role of mention.value.roles) if (role.kind === 'opens') opened.set(role.pair, mention);
    const instead = both.filter(({ pair }) => pair.instead);
    for (const { opener } of instead) spent.add(opener);
    return both.length === 0 ? mention : told(mention, instead.length > 0 ? instead : both);
  });
  return spent.size === 0 ? completed : completed.map((mention) => (spent.has(mention) ? ofNoOther(mention) : mention));
}

function ofNoOther(mention: Mention): Mention {
  const { term, roles } = mention.value;
  return { ...mention, value: { term, roles: roles.filter(({ kind }) => kind !== 'other-subject') } };
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
