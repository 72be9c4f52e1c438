import type { LawOfDay } from '../law/cite.ts';

/** 复查: only matters of the petition procedure know it. The days count from the written answer, so no date is named. */
export const reviewOf = (law: LawOfDay): string =>
  `依照信访程序办理的事项，对答复意见不服的，可以自收到书面答复之日起30日内，请求原办理机关的上一级机关复查（${law.cite('review')}）。`;
