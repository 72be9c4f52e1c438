import type { Classification } from '../classification/classification.ts';
import type { Procedure } from './procedures.ts';

/** A suggestion with its reason: whoever accepts the case has the last word. */
export interface SuggestedProcedure {
  readonly procedure: Procedure;
  /** Never a word of the complainant's own. */
  readonly why: string;
}

interface Asked {
  readonly text: string;
  readonly classification: Pick<Classification, 'matter' | 'subtypes'>;
}

const OFFICIAL = /局长|副局长|队长|所长|站长|科长|主任|书记|领导|干部|执法人员|工作人员|公职人员/;
const CORRUPT = /受贿|索贿|贪污|收受|收红包|吃拿卡要|权钱交易|利益输送|保护伞|滥用职权|徇私舞弊|玩忽职守/;
const IN_COURT =
  /(?:法院|仲裁委|仲裁机构|复议机关).{0,6}(?:立案|受理|判决|裁定|裁决|审理)|不服.{0,10}(?:判决|裁定|裁决|复议决定|处罚决定)/;
const APPLIES =
  /申请.{0,6}(?:信息公开|行政许可|排污许可|环评批复|行政赔偿|国家赔偿)|(?:许可证|批复).{0,8}(?:不给|不批|没批|迟迟|至今)/;
const DISSATISFIED = /对.{0,16}(?:答复|回复|处理结果|处理意见|办理结果|办结).{0,8}不(?:服|满|认可|认同|同意)/;
const SUGGESTS = /建议|提个?意见|献策/;

/** Matters that tell of no pollution to be looked into. */
const NO_POLLUTION = ['unknown', 'not-environmental', 'environmental-administration'];

interface Rule {
  readonly procedure: Procedure;
  readonly why: string;
  readonly fits: (text: string, tellsOfPollution: boolean) => boolean;
}

/** The first that fits. Where pollution is told of, looking into it comes before what else is said. */
const RULES: readonly Rule[] = [
  {
    procedure: 'legal-ways',
    why: '文中写明已进入或者不服诉讼、仲裁、复议、处罚决定',
    fits: (text, pollution) => !pollution && IN_COURT.test(text),
  },
  {
    procedure: 'accusation',
    why: '文中检举公职人员违纪违法',
    fits: (text, pollution) => !pollution && CORRUPT.test(text) && OFFICIAL.test(text),
  },
  {
    procedure: 'administrative',
    why: '文中申请许可、信息公开或者赔偿',
    fits: (text, pollution) => !pollution && APPLIES.test(text),
  },
  {
    procedure: 'suggestion',
    why: '文中提出建议，未反映污染事实',
    fits: (text, pollution) => !pollution && SUGGESTS.test(text),
  },
  { procedure: 'petition', why: '文中对此前的答复或者处理不服', fits: (text) => DISSATISFIED.test(text) },
  { procedure: 'duty', why: '请求查处污染或者生态破坏', fits: (_, pollution) => pollution },
];

/**
 * 建议的办理途径. What no rule knows is a petition, heard, looked into and answered in writing; but where nobody can tell
 * yet what it is about, it is looked into first.
 */
export function suggestProcedure({ text, classification }: Asked): SuggestedProcedure {
  const { matter, subtypes } = classification;
  const tellsOfPollution = subtypes.length > 0 || !NO_POLLUTION.includes(matter);
  const rule = RULES.find(({ fits }) => fits(text, tellsOfPollution));
  if (rule) return { procedure: rule.procedure, why: rule.why };
  return matter === 'unknown'
    ? { procedure: 'duty', why: '事项不明，先按请求查处办理' }
    : { procedure: 'petition', why: '不属于其他途径' };
}

/** For cases that were opened before procedures were suggested: by what the case is about alone. */
export const procedureOf = (classification: Asked['classification']): Procedure =>
  suggestProcedure({ text: '', classification }).procedure;
