import { type AnalysisRules, analyse } from '../domain/analysis.ts';
import type { Classification } from '../domain/classification/classification.ts';
import type { Complaint } from '../domain/complaint.ts';
import type { Matters } from '../domain/matter.ts';
import type { Place } from '../domain/place/place.ts';
import { type WeighedRule, weighRules } from '../domain/routing/explain-route.ts';
import type { Route } from '../domain/routing/route.ts';

/** As much of a complaint as its way depends on. */
export type Asked = Pick<Complaint, 'text' | 'target' | 'address' | 'division' | 'channel' | 'receivedAt'>;

const URGENCIES = { normal: '一般', urgent: '加急', emergency: '疑似突发环境事件，立即通知值班室' } as const;
const OUTCOMES = { decides: '决定', outranked: '符合但让位', 'does-not-apply': '不适用' } as const;

/** The whole way of a complaint in Chinese: what it is about, where, whose it is, rule by rule, and why. */
export function explanationOf(complaint: Asked, rules: AnalysisRules): string[] {
  const { classification, place, route } = analyse(complaint, rules);
  const weighed = weighRules({ classification, place, channel: complaint.channel }, rules.routing);
  return [
    ...typeLines(classification),
    ...placeLines(place, complaint),
    ...matterLines(classification, rules.routing.matters),
    ...ruleLines(weighed),
    ...organLines(route, rules),
    ...urgencyLines(classification),
  ];
}

function urgencyLines({ urgency, alerts = [], trace }: Classification): string[] {
  const signs = trace.filter((line) => /^(紧急程度|可能级别)：/.test(line)).map((line) => `  ${line}`);
  return [`紧急程度：${URGENCIES[urgency]}`, ...signs, ...(alerts.length > 0 ? ['  立即通知值班室'] : [])];
}

function typeLines({ types, score, industries = [], trace, parts = [] }: Classification): string[] {
  const told = types.length > 0 ? `${types.join('、')}（把握${score}）` : '未能判断';
  const each = parts.map(
    (part, index) => `  分项${index + 1}：${part.types.join('、') || '未能判断'}，事项${part.matter}`,
  );
  const trades = industries.length > 0 ? [`行业：${industries.join('、')}`] : [];
  return [`污染类型：${told}`, ...trace.map((line) => `  ${line}`), ...each, ...trades];
}

function placeLines(place: Place | undefined, { division, address }: Asked): string[] {
  const hints = [...(division ? [`所选区划${division}`] : []), ...(address ? ['所填地址'] : []), '来信文字'].join('、');
  const candidates = (place?.candidates ?? []).map(({ name, score }) => `  可能是${name}（${score}），须人工确认`);
  const beside = (place?.neighbours ?? []).map(({ name }) => `  与${name}交界`);
  const where = place ? `${place.name}${place.town?.name ?? ''}（${place.division}）` : '未能判断';
  return [`地点：${where}`, `  依据：${hints}；前者优先，后者只能使其更具体`, ...beside, ...candidates];
}

function matterLines({ matter, otherMatters = [] }: Classification, { matters }: Matters): string[] {
  const law = matters[matter];
  const nameOf = (code: string): string => matters[code]?.name ?? code;
  const unsure = law?.needsVerification ? '，待核实' : '';
  return [
    `事项：${nameOf(matter)}`,
    ...(law ? [`  法律依据：${law.basis}（可信度${law.confidence}${unsure}）`] : []),
    ...(law?.note ? [`  ${law.note}`] : []),
    ...(otherMatters.length > 0 ? [`  另涉：${otherMatters.map(nameOf).join('、')}`] : []),
  ];
}

function ruleLines(weighed: readonly WeighedRule[]): string[] {
  const decided = weighed.some(({ outcome }) => outcome === 'decides');
  return [
    '本省规则：',
    ...weighed.map(({ id, outcome, why }) => `  ${OUTCOMES[outcome]} ${id}：${why}`),
    ...(decided ? [] : ['  没有适用的本省规则：按全国规定']),
  ];
}

function organLines({ lead, assisting, rule, trace }: Route, { organs }: AnalysisRules): string[] {
  const nameOf = (id: string): string => organs.get(id)?.name ?? id;
  return [
    `主办单位：${nameOf(lead)}（规则${rule}）`,
    `协办单位：${assisting.length > 0 ? assisting.map(nameOf).join('、') : '无'}`,
    ...trace.map((line) => `  ${line}`),
  ];
}
