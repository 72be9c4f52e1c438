/**
 * 要素: what a letter or a paper must say, and the words by which it is known that it does. The sentences are those of
 * the texts of config/notices; which text must hold which says config/letter-elements.json.
 */
const SENTENCES = {
  告知机关和日期: /\n.+\n\d+年\d+月\d+日(?:\n|$)/,
  登记编号: /登记编号：[A-Z]{2}(?:-\w{4}){3}/,
  查询码: /查询码：.+/,
  查询网址: /https:\/\/\S+ 查询/,
  咨询电话: /咨询电话：.+/,
  告知期限: /前告知您是否受理/,
  接收情况: /您反映的问题：.+/,
  办理途径和程序: /办理途径：.+/,
  办理期限: /前办结并答复您/,
  理由: /原因：.+/,
  法律依据: /《.+》/,
  去向: /已移送.+办理/,
  延长后的期限: /办理期限延长至.+/,
  处理意见: /答复意见：.+/,
  不服的途径: /救济途径：.+|可以向.+反映/,
  评价: /满意、基本满意或者不满意/,
  整改进展: /整改进展：.+/,
  受理机关和期限: /由.+办理，将在.+前作出/,
  复查复核意见: /意见：.+/,
  复查期限: /自收到(?:书面答复)?之日起\d+日内，向.+请求复查/,
  复核期限: /自收到之日起\d+日内，向.+请求复核/,
  复议期限: /\d+日内，?.*申请行政复议/,
  起诉期限: /\d+个月内向人民法院提起行政诉讼/,
} as const satisfies Readonly<Record<string, RegExp>>;

export type ElementName = keyof typeof SENTENCES;
export const ELEMENTS = Object.keys(SENTENCES) as readonly ElementName[];

/** Those of the elements that the text does not hold. */
export const missingFrom = (text: string, elements: readonly ElementName[]): readonly ElementName[] =>
  elements.filter((element) => !SENTENCES[element].test(text));
