import type { Answer } from '../http/http.ts';
import { PROBLEMS } from '../http/problems.ts';
import { queryRefused } from '../http/query-refused.ts';
import { pageAnswer, type Site } from './page.ts';
import { progressForm } from './progress-pages.ts';

/**
 * For a receipt and a query code that do not belong together: the form to ask with again, and the receipt as it was
 * typed.
 */
export function queryRefusedPage(receipt: string, site: Site): Answer {
  const { status, title } = PROBLEMS[queryRefused().problem];
  return pageAnswer(status, progressForm(site, { receipt, refusal: title }), site);
}
