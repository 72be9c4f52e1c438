import type { Instant } from '../../domain/calendar/day.ts';
import { addHours } from '../../domain/calendar/day.ts';
import { attach } from '../../domain/case/acts/attach.ts';
import { obstacleTo } from '../../domain/case/commands/obstacle.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import { materialKey } from '../../domain/case/handling/materials.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { hasPower } from '../../domain/case/rights/rights.ts';
import type { UploadForm, UploadRule } from '../../domain/upload.ts';
import type { CaseReader } from '../cases/command-case.ts';

export interface OfferMaterialDeps {
  readonly cases: Pick<CaseReader, 'load'>;
  readonly context: CaseRules;
  readonly uploadForm: (rule: UploadRule, now: Instant) => Promise<UploadForm>;
  /** What nobody can guess, fit for an address. */
  readonly newSecret: () => string;
}

export type Offer =
  | { readonly kind: 'offered'; readonly key: string; readonly form: UploadForm; readonly until: Instant }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'refused';
      readonly reason: 'not-yours' | 'not-your-role' | 'not-allowed';
      readonly detail: string;
    };

/** For how long a form is good. */
const HOURS = 2;

/**
 * A form by which a member of staff sends one file for a case, to be named by `attach` afterwards. A role that may look
 * at nothing does not learn whether there is one.
 */
export async function offerMaterial(
  { caseId, ...asked }: { readonly caseId: string } & Pick<UploadRule, 'mediaType' | 'returnTo'>,
  staff: Staff,
  now: Instant,
  { cases, context, uploadForm, newSecret }: OfferMaterialDeps,
): Promise<Offer> {
  if (!hasPower('see', staff.role, ['own']))
    return { kind: 'refused', reason: 'not-your-role', detail: '您的岗位不能查阅信访事项' };
  const state = await cases.load(caseId);
  const refused = state && obstacleTo(attach, state, { ...context, now, actor: staff });
  if (!state || refused?.reason === 'no-such-case') return { kind: 'unknown' };
  if (refused) return { kind: 'refused', reason: refused.reason as 'not-allowed', detail: refused.detail };
  const [key, until] = [materialKey(caseId, newSecret()), addHours(now, HOURS)];
  return { kind: 'offered', key, form: await uploadForm({ ...asked, key, until }, now), until };
}
