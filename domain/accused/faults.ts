/** What is held against somebody: where it stands, and what it is called for staff. */
export interface Fault {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** What ends a clause, within the brackets of a pattern. */
export const MARKS = '，,。；;！!？?：:\\n';

/** Misconduct in itself, whoever does it: against an authority only where that is the subject. */
const MISCONDUCT =
  /[不乱慢懒]作为|[懒怠]政|渎职|失职|玩忽职守|滥用职权|徇私|枉法|包庇|袒护|偏袒|纵容|庇护|撑腰|通风报信|走漏风声|保护伞|勾结|串通|沆瀣一气|[受索]贿|收(?:了|受|取)?\p{sc=Han}{0,8}(?:好处|红包|钱(?!包)|回扣|贿赂)|吃拿卡要|乱(?:收费|罚款|摊派)|推诿|推脱|推卸|扯皮|踢皮球|推来推去|敷衍|搪塞|糊弄|应付|走(?:个)?过场|走形式|罚款了事|以罚代管|视而不见|置之不理|置若罔闻|不闻不问|不理不睬|睁一?只眼|充耳不闻|爱理不理|态度(?:恶劣|蛮横|粗暴|极?差|很差)|打击报复|威胁|恐吓|泄露|透露|泄密|弄虚作假|[造作]假|欺上瞒下|隐瞒|是一家人|(?:入|参|占)股|(?:监管|执法|查处|处理|处置|处罚|调查|履职|督办|管理|办事|工作)(?:严重)?(?:不力|不严|不到位|不及时|缺失|缺位|失察|不公|流于形式|拖沓)|拖着|拖延/gu;

/** What an authority owes: not doing it is held against it. */
const DUTY = `(?:查处|处理|处置|查办|办理|受理|立案|回复|答复|反馈|回应|调查|核查|核实|检查|执法|监管|过问|理睬|搭理|履行|履职|出警|出现场|到场|到过?现场|到过|来过?人|来看|来查|来过|处罚|罚款|制止|取缔|解释|理会|让[^${MARKS}]{0,4}停产|回(?=$|[过电信、${MARKS}])|管(?![道网线子委理])|办(?=$|[、${MARKS}]|结)|查(?=$|[、${MARKS}])|理(?=$|[、${MARKS}]))`;
const NOT = '(?<!管|查|理|办|是)(?:拒不|拒绝|不|没有?|未|懒得|迟迟)';
const BETWEEN = `[^不没未、${MARKS}]{0,6}?`;
const OMISSION = new RegExp(`(?:没有?人|无人|没谁|${NOT}${BETWEEN})[来去]?${DUTY}(?!不)`, 'gu');

/** Before a fault: it is denied, or asked not to happen. "这不是包庇是什么" denies nothing. */
const DENIED =
  /(?:没有?|不要|不会|不能|不可|不得|不敢|不存在|从未|从不|未|别|勿|莫|避免|防止|杜绝|严禁|拒绝|并非)(?:再|出现|存在|有|被|让|任何|继续|搞|相互|互相){0,2}$/;
const LONGEST_DENIAL = 8;

/** From left to right; none reaches over the end of a clause. */
export function faultsIn(text: string): readonly Fault[] {
  const misconduct = [...text.matchAll(MISCONDUCT)]
    .filter(({ index }) => !DENIED.test(text.slice(Math.max(0, index - LONGEST_DENIAL), index)))
    .map((match) => faultOf(match, match[0].length > 8 ? match[0].slice(0, 1) : match[0]));
  const omissions = Array.from(text.matchAll(OMISSION), (match) => faultOf(match, '未履行职责'));
  return [...misconduct, ...omissions].toSorted((one, other) => one.start - other.start);
}

const faultOf = ({ 0: words, index: start }: RegExpExecArray, name: string): Fault => ({
  start,
  end: start + words.length,
  name,
});
