import { complaintForm, type FormSettings } from '../shared/pages/complaint-form.ts';
import { pageAnswer, type Site } from '../shared/pages/page.ts';
import { type PrivacySettings, privacyPage } from '../shared/pages/privacy-page.ts';
import { progressForm } from '../shared/pages/progress-pages.ts';
import { showing } from '../shared/pages/showing.ts';
import { Refusal } from '../shared/problem.ts';

export interface ServePagesDeps {
  readonly site: Site;
  readonly form: FormSettings;
  readonly privacy: PrivacySettings;
  readonly newKey: () => string;
}

/** GET /, /progress and /privacy: the pages that know nobody. Each form that is shown has a key of its own, so none may be kept in a cache. */
export const createHandler = ({ site, form, privacy, newKey }: ServePagesDeps) =>
  showing(site, async ({ rawPath }) => {
    if (rawPath === '/') return pageAnswer(200, complaintForm({ key: newKey() }, form), site);
    if (rawPath === '/progress') return pageAnswer(200, progressForm(), site);
    if (rawPath === '/privacy') return pageAnswer(200, privacyPage(privacy), site);
    throw new Refusal('unknown-route');
  });
