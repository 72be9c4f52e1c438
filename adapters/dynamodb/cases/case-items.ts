import type { Case } from '../../../domain/case/case.ts';
import { CaseSchema } from '../../../domain/case/case-schema.ts';
import { LIST_ATTRIBUTES } from './list-items.ts';

/** An item as the table holds it, without its keys. */
type Attributes = Readonly<Record<string, unknown>>;

/** Where a case lies and is found. */
const PLACES: readonly string[] = ['pk', 'sk', 'duePk', 'dueAt', 'worklistAt', ...LIST_ATTRIBUTES];

/** The state of a case as we accept it back from the table. What only a newer release knows of it is carried along. */
export function caseOf({ takenIn, head, ...attributes }: Attributes): Case {
  const state = Object.entries(attributes).filter(([name]) => !PLACES.includes(name));
  return CaseSchema.parse({ ...Object.fromEntries(state), absorbed: takenIn, head: headIn(head) });
}

/** A case as it is stored. */
export function attributesOf({ absorbed, head, ...state }: Case): Attributes {
  return {
    ...state,
    takenIn: absorbed,
    head: head && `${head.seq}:${Buffer.from(head.hash, 'hex').toString('base64url')}`,
  };
}

/** 链头 in few bytes: with the hash in hexadecimal most cases would cost one write unit more for each copy. */
function headIn(stored: unknown): Case['head'] {
  if (typeof stored !== 'string') return undefined;
  const [seq, hash = ''] = stored.split(':');
  return { seq: Number(seq), hash: Buffer.from(hash, 'base64url').toString('hex') };
}
