import type { Channel } from '../../complaint.ts';

/** 匿名转来: what can be done about somebody whom nobody here knows, and who has no way to look. */
export const OUT_OF_REACH = '信访人匿名，由来件单位转来，没有可以联系的途径，请向来件单位了解';

/** Whether a letter tells nobody here who sent it: it came without a name, through a partner. Absent for no. */
export const outOfReachOf = (sent: { readonly channel: Channel; readonly anonymous?: boolean }): true | undefined =>
  sent.anonymous && sent.channel === 'partner' ? true : undefined;

interface Letter {
  readonly receipt: string;
  readonly outOfReach?: true | undefined;
}

interface Letters {
  readonly id: string;
  readonly outOfReach?: true | undefined;
  readonly absorbed?: readonly Letter[] | undefined;
  readonly followUps?: readonly Letter[] | undefined;
}

/** All that was sent in the case: what opened it, what came in later, and what was joined to it. */
const lettersIn = ({ id, outOfReach, absorbed = [], followUps = [] }: Letters): readonly Letter[] => [
  { receipt: id, outOfReach },
  ...followUps,
  ...absorbed,
];

/** Receipts of all that was sent in the case, each once. */
export const lettersOf = (state: Letters): readonly string[] => [
  ...new Set(lettersIn(state).map(({ receipt }) => receipt)),
];

/** Whether nobody here can reach whoever sent that. */
export const isOutOfReach = (state: Letters, receipt: string): boolean =>
  lettersIn(state).some((one) => one.receipt === receipt && one.outOfReach === true);

/** Why none of those who sent these can be reached; undefined where somebody can. */
export const whyUnreachable = (state: Letters, receipts: readonly string[]): string | undefined =>
  receipts.every((receipt) => isOutOfReach(state, receipt)) ? OUT_OF_REACH : undefined;

/** Receipts of the complaints that are handled in the case: the one that opened it, and those that were joined to it. */
export const receiptsOf = ({ id, absorbed = [] }: Pick<Letters, 'id' | 'absorbed'>): readonly string[] => [
  id,
  ...absorbed.map(({ receipt }) => receipt),
];
