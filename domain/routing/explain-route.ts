import type { Division } from '../place/division.ts';
import type { RoutingFacts } from './route-complaint.ts';
import { decidingRule, type Mismatch, mismatchesOf } from './rule-match.ts';
import type { RoutingRule, RoutingTable } from './rules.ts';

/** How one rule of the province fared. */
export interface WeighedRule {
  readonly id: string;
  readonly outcome: 'decides' | 'outranked' | 'does-not-apply';
  /** For people: why it does not apply, or what outranks it. */
  readonly why: string;
}

const WHY: Readonly<Record<Mismatch, string>> = { division: '地区不符', matter: '事项不符', channel: '渠道不符' };

/**
 * Rule by rule what matched and what not, in the order of the file. No rule decides where the law's usual answer holds.
 */
export function weighRules(
  { classification, place, channel }: RoutingFacts,
  table: Pick<RoutingTable, 'rules'>,
): WeighedRule[] {
  const facts = { matter: classification.matter, division: place?.division, channel };
  const winner = decidingRule(table.rules, facts);
  return table.rules.map((rule) => {
    const mismatches = mismatchesOf(rule, facts);
    if (mismatches.length > 0) {
      return { id: rule.id, outcome: 'does-not-apply', why: mismatches.map((miss) => WHY[miss]).join('、') };
    }
    return rule === winner
      ? { id: rule.id, outcome: 'decides', why: `${scopeOf(rule)}：${rule.basis}` }
      : { id: rule.id, outcome: 'outranked', why: `${scopeOf(rule)}，规则${winner!.id}更具体或在先` };
  });
}

function scopeOf({ divisions, matters, channels }: RoutingRule): string {
  const areas: readonly Division[] = divisions ?? [];
  const named = [
    areas.length > 0 ? `地区${areas.join('、')}` : '全省',
    ...(matters ? ['指定事项'] : []),
    ...(channels ? ['指定渠道'] : []),
  ];
  return named.join('，');
}
