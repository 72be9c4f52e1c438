import type { LawOfDay } from '../law/cite.ts';
import type { Procedure } from '../procedure/procedures.ts';

/** What a remedy is told with: the law of the day, and the organ above the one that answered. */
export interface RemedyContext {
  readonly law: LawOfDay;
  /** Its name. */
  readonly above: string;
}

const LABEL = '救济途径：';

/** 救济途径, as fits the procedure: within what time, and to whom. The days count from the answer. */
const REMEDIES: Readonly<Record<Procedure, (context: RemedyContext) => string>> = {
  petition: ({ law, above }) =>
    `${LABEL}对本处理意见不服的，可以自收到之日起30日内，向${above}请求复查（${law.cite('review')}）；也可以在查询页面写明“请求复查”和理由，由我们转交。`,
  duty: ({ law }) =>
    `${LABEL}您与本件有利害关系，认为我单位没有依法履行职责的，可以自知道本答复之日起60日内，先向行政复议机关（一般为作出答复单位的本级人民政府）申请行政复议；对复议决定不服的，再依法提起行政诉讼（${law.cite('reconsider')}、${law.cite('reconsider-first')}）。`,
  administrative: ({ law }) =>
    `${LABEL}您与本件有利害关系，对处理决定不服的，可以自知道之日起60日内申请行政复议（${law.cite('reconsider')}），或者6个月内向人民法院提起行政诉讼（${law.cite('sue')}）；法律规定先申请行政复议的，先申请行政复议。`,
  'legal-ways': () => '请依照上述途径提出您的请求，并注意法律规定的起诉、申请期限。',
  accusation: ({ law, above }) =>
    `${LABEL}对办理情况有意见的，可以向${above}或者监察机关反映（${law.cite('report-on-a-bureau')}）。`,
  suggestion: () => '感谢您提出意见建议。',
};

/** Cases that were accepted before procedures were set may have been handled by that of petitions. */
export function remedyOf(procedure: Procedure | undefined, context: RemedyContext): string {
  if (procedure) return REMEDIES[procedure](context);
  return `${LABEL}依照信访程序办理的事项，对答复意见不服的，可以自收到书面答复之日起30日内，向${context.above}请求复查（${context.law.cite('review')}）。`;
}
