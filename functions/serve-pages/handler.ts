import { type Day, dayOf } from '../../domain/calendar/day.ts';
import type { LawOfDay } from '../../domain/law/cite.ts';
import { Refusal } from '../shared/http/problem.ts';
import { complaintForm, type FormSettings } from '../shared/pages/complaint-form.ts';
import { pageAnswer, type Site } from '../shared/pages/page.ts';
import { pageOrProblem } from '../shared/pages/page-or-problem.ts';
import { type PrivacySettings, privacyPage } from '../shared/pages/privacy-page.ts';
import { progressForm } from '../shared/pages/progress-pages.ts';
import { receivedAt } from '../shared/time.ts';

export interface ServePagesDeps {
  readonly site: Site;
  readonly form: FormSettings;
  readonly privacy: PrivacySettings;
  /** A page cites the law of the day on which it is written. */
  readonly lawOn: (day: Day) => LawOfDay;
  readonly newKey: () => string;
}

/**
 * GET /, /progress and /privacy: the pages that know nobody. Each form that is shown has a key of its own, so none may
 * be kept in a cache.
 */
export const createHandler = ({ site, form, privacy, lawOn, newKey }: ServePagesDeps) =>
  pageOrProblem(site, async (event) => {
    const { rawPath } = event;
    if (rawPath === '/') return pageAnswer(200, complaintForm({ key: newKey() }, form, site), site);
    if (rawPath === '/progress') return pageAnswer(200, progressForm(site), site);
    if (rawPath === '/privacy')
      return pageAnswer(200, privacyPage(site, privacy, lawOn(dayOf(receivedAt(event)))), site);
    throw new Refusal('unknown-route');
  });
