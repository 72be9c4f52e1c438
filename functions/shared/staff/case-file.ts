import type { ShowCaseDeps } from '../../../usecases/staff/show-case.ts';
import type { ShowNoticesDeps } from '../../../usecases/staff/show-notices.ts';

const wired = () => import('../wired-case-file.ts');

/** What lies beside a case in other tables. It is loaded with the first case that is shown: no list asks for it. */
export const caseFile: Pick<ShowCaseDeps, 'complaints' | 'history'> &
  Pick<ShowNoticesDeps, 'noticesOf' | 'handOversOf'> = {
  complaints: { readComplaint: async (receipt) => (await wired()).complaints.readComplaint(receipt) },
  history: { sameSender: async (...asked) => (await wired()).history.sameSender(...asked) },
  noticesOf: async (caseId) => (await wired()).noticesOf(caseId),
  handOversOf: async (caseId) => (await wired()).handOversOf(caseId),
};
