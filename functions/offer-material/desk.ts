import type { Case } from '../../domain/case/case.ts';
import { isMaterialOf, MOST_ATTACHED } from '../../domain/case/handling/materials.ts';
import type { OfferMaterialDeps } from '../../usecases/staff/offer-material.ts';
import { offerMaterial } from '../../usecases/staff/offer-material.ts';
import { visibleCase } from '../../usecases/staff/visible-case.ts';
import { type DeskDeps, type Show, showingDesk, type Visit, visitPage } from '../shared/desk/desk.ts';
import { listOf } from '../shared/desk/paths.ts';
import { Refusal } from '../shared/http/problem.ts';
import { siteOf } from '../shared/site.ts';
import { shown } from '../shared/staff/shown.ts';
import { uploadsPage } from './uploads-page.ts';

type Deps = OfferMaterialDeps & DeskDeps;

/**
 * 添加材料, one file at a time, since S3 takes one file a form; then all of them are named and added. What came so far, and
 * which form somebody came from, is remembered for them as their draft is: an upload comes back to a bare address.
 */
const uploads: Show<Deps> = async (visit, deps) => {
  const { staff, now, event } = visit;
  const state = shown(await visibleCase(event.pathParameters?.id ?? '', staff, deps));
  const kept = await remembered(visit, state, deps);
  const returnTo = `${siteOf(event)}${event.rawPath}`;
  // A plain form cannot say what it will send; clean-photo looks.
  const asked = { caseId: state.id, mediaType: 'application/octet-stream', returnTo };
  const offer = await offerMaterial(asked, staff, now, deps);
  if (offer.kind === 'unknown') throw new Refusal('unknown-case');
  if (offer.kind === 'refused') throw new Refusal(offer.reason, { detail: offer.detail });
  const key = visit.formFor(`/desk/cases/${state.id}/acts/attach`);
  const main = uploadsPage({ state, ...kept, key, form: kept.files.length < MOST_ATTACHED ? offer.form : undefined });
  return visitPage(200, visit, deps, { title: '添加材料', part: 'list', main, postsTo: offer.form.action });
};

/** What came for this case and was not added yet, with what this request says of it. */
async function remembered({ staff, event }: Visit, { id, materials = [] }: Case, { drafts, clock }: Deps) {
  const query = event.queryStringParameters ?? {};
  const before = new URLSearchParams(await drafts.find(staff.sub, event.rawPath, clock()));
  const cameBack = query.key !== undefined;
  const { forAct, list } = cameBack
    ? { forAct: before.get('for') ?? '', list: before.get('list') ?? '' }
    : { forAct: /^[a-z-]{1,40}$/.exec(query.for ?? '')?.[0] ?? '', list: listOf(query) };
  const came = [...before.getAll('file'), ...(query.key === undefined ? [] : [query.key])];
  const files = [...new Set(came)].filter(
    (key) => isMaterialOf(id, key) && key.length <= 200 && !materials.some((one) => one.key === key),
  );
  const after = new URLSearchParams({ for: forAct, list });
  for (const key of files) after.append('file', key);
  if (`${after}` !== `${before}`) await drafts.keep(staff.sub, event.rawPath, `${after}`, clock());
  return { forAct, list, files: files.slice(0, MOST_ATTACHED) };
}

/** The way by which staff send files for a case from the desk. */
export const createDeskHandler = showingDesk<Deps>({ 'GET /desk/cases/{id}/uploads': uploads });
