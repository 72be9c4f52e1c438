import type { Procedure } from '../procedure/procedures.ts';

/**
 * 要素: what a paper must say, and the words by which it is known that it does. The sentences are those of the notices
 * (`domain/notices/telling-texts.ts`): a text that was told without one is no paper.
 */
const SENTENCES = {
  接收情况: /您反映的问题：.+/,
  办理途径和程序: /办理途径：.+/,
  办理期限: /前办结并答复您/,
  理由: /原因：.+/,
  法律依据: /《.+》/,
  去向: /已移送.+办理/,
  延长后的期限: /办理期限延长至.+/,
  不服的途径: /救济途径：.+|可以向.+反映/,
  受理机关和期限: /由.+办理，将在.+前作出/,
  复查复核意见: /意见：.+/,
} as const satisfies Readonly<Record<string, RegExp>>;

export type ElementName = keyof typeof SENTENCES;

/** Those of the elements that the text does not hold. */
export const missingFrom = (text: string, elements: readonly ElementName[]): readonly string[] =>
  elements.filter((element) => !SENTENCES[element].test(text));

/** 救济途径: an answer by these procedures names one. */
export const hasRemedy = (procedure: Procedure | undefined): boolean =>
  procedure !== 'suggestion' && procedure !== 'legal-ways';
