import type { Stretch } from './sentences.ts';

const QUOTED_REPLY =
  /(?:答复|回复|回应|反馈|复函|处理结果|处理意见|公示|结论)(?:书|意见|内容)?[^“”"「」。！!？?\n]{0,10}[“"「]([^“”"「」]{4,2000})[”"」]/g;

/** What authorities answered before, where it is quoted: 回复称“经查，无废水外排”. Not what the person complains of. */
export function earlierRepliesIn(text: string): Stretch[] {
  return [...text.matchAll(QUOTED_REPLY)].map(({ index, 0: whole, 1: reply }) => {
    const end = index + whole.length - 1;
    return { start: end - reply!.length, end };
  });
}
