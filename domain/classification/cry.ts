import type { Found } from '../text/terms.ts';
import type { IncidentPart, IncidentTerm } from './lexicon.ts';

const LONGEST = 20;
const SUBSTANCES: readonly IncidentPart[] = ['gas', 'liquid', 'tank'];
const PLACE = /(?:在|位于)?[\p{sc=Han}\d]{2,8}(?:小区|花园|[路街村镇厂桥号]|园区|车间|学校|加油站)/gu;
const CRIES = /救命|救人|求救|求助|快(?:来人?|点)?|急|速来?|来人|出事了?|不好了?|了|啊|呀|[\p{P}\p{S}\s]/gu;

/**
 * The substances that a text names which is nothing but a cry for help, a substance and perhaps a place: "急！！！氟化氢".
 * What may be much or little, such as oil, is none.
 */
export function cryIn(text: string, found: readonly Found<IncidentTerm>[]): readonly string[] | undefined {
  if (text.length > LONGEST) return undefined;
  const named = found.filter(
    ({ value: { parts } }) => SUBSTANCES.some((part) => parts.has(part)) && !parts.has('faint'),
  );
  const rest = named.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  const isCry = /\p{sc=Han}/u.test(rest) && rest.replace(CRIES, ' ').replace(PLACE, '').trim() === '';
  return named.length > 0 && isCry ? named.map(({ value }) => value.term) : undefined;
}
