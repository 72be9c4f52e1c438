import { type ShowProgressDeps, showProgress } from '../../usecases/complainants/show-progress.ts';
import { policies } from './rules.ts';
import type { newWorld } from './world.ts';

/** What the progress of a complaint of that world is shown from. */
export const progressDeps = ({ vault, cases }: ReturnType<typeof newWorld>): ShowProgressDeps => ({
  complaints: vault,
  cases,
  policies,
  equalInConstantTime: (one, other) => one === other,
});

/** What somebody sees who asks after their complaint with its query code. */
export const progressIn =
  (world: ReturnType<typeof newWorld>) =>
  ({ receipt, queryCode }: { readonly receipt: string; readonly queryCode: string }) =>
    showProgress(receipt, queryCode, progressDeps(world));
