import type { LawOfDay } from '../../law/cite.ts';
import type { TimedProvision } from '../../law/statutes.ts';
import type { Procedure } from '../../procedure/procedures.ts';
import { periodText } from '../date-words.ts';
import type { Wording } from '../wording.ts';
import { tell } from './complainant-texts.ts';

/** What a remedy is told with: the law of the day, and the organ above the one that answered. */
export interface RemedyContext {
  readonly law: LawOfDay;
  /** Its name. */
  readonly above: string;
}

/** Within what time, and by which law. */
export const timed = (provision: TimedProvision, law: LawOfDay) => ({
  within: periodText(law.periodOf(provision)),
  basis: law.cite(provision),
});

/** 救济途径, as fits the procedure: within what time, and to whom. The days count from the answer. */
const REMEDIES: Readonly<Record<Procedure, (context: RemedyContext) => Wording>> = {
  petition: ({ law, above }) => tell('remedy-petition', { above, ...timed('review', law) }),
  duty: ({ law }) => {
    const { within, basis } = timed('reconsider', law);
    return tell('remedy-duty', { within, basis: `${basis}、${law.cite('reconsider-first')}` });
  },
  administrative: ({ law }) => {
    const [reconsider, sue] = [timed('reconsider', law), timed('sue', law)];
    return tell('remedy-administrative', {
      ...{ reconsiderWithin: reconsider.within, reconsider: reconsider.basis },
      ...{ sueWithin: sue.within, sue: sue.basis },
    });
  },
  'legal-ways': () => tell('remedy-legal-ways', {}),
  accusation: ({ law, above }) => tell('remedy-accusation', { above, basis: law.cite('report-on-a-bureau') }),
  suggestion: () => tell('remedy-suggestion', {}),
};

/** Cases that were accepted before procedures were set may have been handled by that of petitions. */
export function remedyOf(procedure: Procedure | undefined, context: RemedyContext): Wording {
  if (procedure) return REMEDIES[procedure](context);
  return tell('remedy-unknown', { above: context.above, ...timed('review', context.law) });
}
