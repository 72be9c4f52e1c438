import { downloadOf } from '../../domain/attachments/download.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import type { OpenAttachmentDeps } from './open-attachment.ts';
import { type Shown, visibleCase } from './visible-case.ts';

/** Where a member of staff gets a file that colleagues added to a case, by the rights of those who may open what came with it. */
export async function openMaterial(
  { caseId, material }: { readonly caseId: string; readonly material: number },
  staff: Staff,
  now: Instant,
  deps: Pick<OpenAttachmentDeps, 'cases' | 'context' | 'files'>,
): Promise<Shown<string, 'not-kept'>> {
  const found = await visibleCase(caseId, staff, deps, 'words');
  if (found.kind !== 'shown') return found;
  const file = found.value.materials?.find(({ number }) => number === material);
  const as = downloadOf(`${caseId}-material`, material, file?.mediaType ?? '');
  const address = file && (await deps.files.addressOf(file.key, as, now));
  return address ? { kind: 'shown', value: address } : { kind: 'not-kept' };
}
