import type { Day } from './calendar/day.ts';
import type { LawOfDay } from './law/cite.ts';
import type { Confidence } from './law/confidence.ts';
import { isOn, type ProvisionName, type Span } from './law/statutes.ts';

/** 事项: whose business a kind of complaint is on one day, unless the city has decided otherwise. */
export interface Matter {
  /** For people. */
  readonly name: string;
  /** Department that leads; none where no department of the province's table does. */
  readonly lead?: string | undefined;
  readonly assisting: readonly string[];
  /** The law as it is printed that day, or what else it rests on. */
  readonly basis: string;
  /** The provision that is the basis, where a law is. */
  readonly provision?: ProvisionName | undefined;
  readonly confidence: Confidence;
  /** Must be true where the confidence is K: it is shown as a guess, never as a rule. */
  readonly needsVerification?: boolean | undefined;
  /** What a reader must know, such as that the law leaves the choice to the local government. */
  readonly note?: string | undefined;
}

/** Whose business everything is on one day. */
export interface Matters {
  readonly version: string;
  readonly day: Day;
  /** Names of the departments, for people. */
  readonly departments: Readonly<Record<string, string>>;
  readonly matters: Readonly<Record<string, Matter>>;
}

/** A basis that no law is: in words, with how sure it is. */
export type BasisInWords = { readonly says: string } & Pick<Matter, 'confidence' | 'needsVerification'>;

export interface MatterSpan extends Span, Pick<Matter, 'lead' | 'assisting' | 'note'> {
  /** A provision of config/statutes.json, or words. */
  readonly basis: ProvisionName | BasisInWords;
}

/** config/matters.json: whose business everything is, day by day. */
export interface DatedMatters extends Omit<Matters, 'day' | 'matters'> {
  readonly matters: Readonly<Record<string, { readonly name: string; readonly in: readonly MatterSpan[] }>>;
}

/** The department whose matters are the bureau's own. */
export const OWN_DEPARTMENT = 'ecology';

/** Whose business everything is on the day of the law. A matter of which nothing holds on that day is left out. */
export function mattersOn(law: LawOfDay, { matters, ...table }: DatedMatters): Matters {
  const held = Object.entries(matters).flatMap(([code, { name, in: spans }]) => {
    const span = spans.find((one) => isOn(one, law.day));
    return span ? [[code, { name, ...matterOf(span, law) }] as const] : [];
  });
  return { ...table, day: law.day, matters: Object.fromEntries(held) };
}

function matterOf({ lead, assisting, note, basis }: MatterSpan, law: LawOfDay): Omit<Matter, 'name'> {
  const whose = { lead, assisting, note };
  if (typeof basis !== 'string') {
    const { says, confidence, needsVerification } = basis;
    return { ...whose, basis: says, confidence, needsVerification };
  }
  return { ...whose, basis: law.cite(basis), provision: basis, confidence: law.confidenceOf(basis) };
}
