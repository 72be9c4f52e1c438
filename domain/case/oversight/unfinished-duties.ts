import { ongoingRectification, type Rectification } from '../handling/rectification.ts';

interface Order {
  readonly endedAt?: string | undefined;
}

interface Ordered {
  readonly supervisions?: readonly Order[] | undefined;
  readonly instructions?: readonly Order[] | undefined;
  readonly rectification?: Rectification | undefined;
}

/**
 * Why a case can neither be given away nor refused: what was ordered from above, or promised to the public, would end
 * with it unseen. An order ends by the word of whoever gave it, or by its answer.
 */
export function unfinishedDuty({ supervisions = [], instructions = [], rectification }: Ordered): string | undefined {
  const waits = ({ endedAt }: Order) => endedAt === undefined;
  if (supervisions.some(waits)) return '督办尚未解除，请督办单位先解除督办';
  if (instructions.some(waits)) return '领导批示尚未反馈，请先反馈批示落实情况';
  return ongoingRectification({ rectification }) ? '整改正在进行，请先登记整改完成' : undefined;
}
