import type { Bureau } from './bureau.ts';
import type { Hand } from './hand.ts';
import { act, answer, confirm, HANDLER, visit } from './ten.ts';

/** So many presses may an ordinary day take. */
export const AT_MOST = 40;

type Work = (hand: Hand) => Promise<void>;

const accept: Work = async (hand) => {
  await act(hand, '受理');
  await confirm(hand);
};

const askForTime: Work = async (hand) => {
  await act(hand, '申请延期');
  await hand.write('#reason', '监测报告下周才能出具，请延期三十日。');
  await confirm(hand);
};

const note: Work = async (hand) => {
  await act(hand, '工作记录');
  await hand.write('#words', '已与村委会联系，明天上午一起到现场。');
  await confirm(hand);
};

const proposes: Work = async (hand) => {
  await answer(hand);
  await confirm(hand);
};

/** Eight cases of a county's officer: three that are new, two to answer, a visit with photos, a delay and a note. */
const WORKS: readonly { readonly work: Work; readonly isNew?: true }[] = [
  ...[{ work: proposes }, { work: proposes }, { work: askForTime }, { work: visit }, { work: note }],
  ...[
    { work: accept, isNew: true } as const,
    { work: accept, isNew: true } as const,
    { work: accept, isNew: true } as const,
  ],
];

/** From log-in to the last of the eight, each leading to the next. */
export async function ordinaryDay(bureau: Bureau): Promise<void> {
  const texts = WORKS.map((_, index) => `禾阳市临禾区第${index + 1}村养猪场粪水直接排进小河，河水发黑发臭。`);
  const receipts = await bureau.receives(...texts);
  const works = new Map(receipts.map((receipt, index) => [receipt, WORKS[index]!]));
  for (const [receipt, { isNew }] of works) if (!isNew) await bureau.before('county', receipt, { type: 'accept' });
  const hand = await bureau.enters(HANDLER);
  await hand.go('a.go >> nth=0');
  for (let done = 0; done < WORKS.length; done += 1) {
    const receipt = new URL(hand.page.url()).pathname.split('/').at(-1)!;
    await works.get(receipt)!.work(hand);
    await hand.sees('已办理');
  }
}
