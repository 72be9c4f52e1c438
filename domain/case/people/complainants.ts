/** 匿名转来: what can be done about somebody whom nobody here knows, and who has no way to look. */
export const OUT_OF_REACH = '信访人匿名，由来件单位转来，没有可以联系的途径，请向来件单位了解';

interface Sent {
  readonly id: string;
  readonly outOfReach?: true | undefined;
}

/** Whether nobody here can reach whoever sent that complaint. */
export const isOutOfReach = ({ id, outOfReach }: Sent, receipt: string): boolean =>
  outOfReach === true && receipt === id;

/** Why none of those who sent these can be reached; undefined where somebody can. */
export const whyUnreachable = (state: Sent, receipts: readonly string[]): string | undefined =>
  receipts.every((receipt) => isOutOfReach(state, receipt)) ? OUT_OF_REACH : undefined;

interface Joined {
  readonly id: string;
  readonly absorbed?: readonly { readonly receipt: string }[] | undefined;
}

/** Receipts of the complaints that are handled in the case: the one that opened it, and those that were joined to it. */
export const receiptsOf = ({ id, absorbed = [] }: Joined): readonly string[] => [
  id,
  ...absorbed.map(({ receipt }) => receipt),
];
