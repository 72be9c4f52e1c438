import type { FunctionRights, RightsNote, Use } from './functions.ts';

export type Role = Pick<FunctionRights, 'functionName' | 'statements'>;

/** What a role has and nothing needed. */
export interface RightLeft {
  readonly functionName: string;
  /** An action, or a resource, that no call needed. */
  readonly unused: string;
  readonly of: string;
}

/** What functions were allowed and refused. */
export interface RightsBook {
  noteFor(rights: Pick<FunctionRights, 'functionName'>): (note: RightsNote) => void;
  /** Throws where something was refused since it was last asked: a right is missing, and AWS would have none of it. */
  refuseNothing(): void;
  /** What was used, by function. */
  used(): Readonly<Record<string, readonly Use[]>>;
}

export function rightsBook(): RightsBook {
  const uses = new Map<string, Use[]>();
  let refused: string[] = [];
  return {
    noteFor({ functionName }) {
      const own = uses.get(functionName) ?? [];
      uses.set(functionName, own);
      return (note) => {
        if ('refusal' in note) refused.push(note.refusal);
        else own.push(note.use);
      };
    },
    refuseNothing() {
      const since = [...new Set(refused)];
      refused = [];
      if (since.length > 0) throw new Error(`rights are missing:\n${since.join('\n')}`);
    },
    used: () => Object.fromEntries(uses),
  };
}

/**
 * What roles allow and no call needed, statement by statement. Of a key only what the local services ask for is known,
 * so the other actions on keys do not count.
 */
export function rightsLeft(rights: readonly Role[], used: Readonly<Record<string, readonly Use[]>>): RightLeft[] {
  return rights.flatMap(({ functionName, statements }) =>
    statements.flatMap(({ effect, actions, resources }, at) => {
      if (effect === 'Deny') return [];
      const own = (used[functionName] ?? []).filter(({ statement }) => statement === at);
      const isKey = actions.every((action) => action.startsWith('kms:'));
      const idle = isKey && own.length > 0 ? [] : actions.filter((one) => !own.some(({ action }) => action === one));
      const never = resources.filter((one) => !own.some(({ resource }) => resource === one));
      return [
        ...idle.map((unused) => ({ functionName, unused, of: resources.join(', ') })),
        ...(idle.length < actions.length ? never : []).map((unused) => ({
          functionName,
          unused,
          of: actions.join(', '),
        })),
      ];
    }),
  );
}
