import type { Case } from './case.ts';

/** 匿名转来: what can be done about somebody whom nobody here knows, and who has no way to look. */
export const OUT_OF_REACH = '信访人匿名，由来件单位转来，没有可以联系的途径，请向来件单位了解';

/** Whether nobody here can reach whoever sent that complaint. */
export const isOutOfReach = ({ id, outOfReach }: Pick<Case, 'id' | 'outOfReach'>, receipt: string): boolean =>
  outOfReach === true && receipt === id;

/** Why none of those who sent these can be reached; undefined where somebody can. */
export const whyNobody = (state: Pick<Case, 'id' | 'outOfReach'>, receipts: readonly string[]): string | undefined =>
  receipts.every((receipt) => isOutOfReach(state, receipt)) ? OUT_OF_REACH : undefined;

/** Receipts of the complaints that are handled in the case: the one that opened it, and those that were joined to it. */
export const receiptsOf = ({ id, absorbed = [] }: Case): readonly string[] => [
  id,
  ...absorbed.map(({ receipt }) => receipt),
];
