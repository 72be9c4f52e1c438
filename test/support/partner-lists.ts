import { readTable } from '../../adapters/tables/read-table.ts';
import type { Partner } from '../../domain/partners/partner.ts';
import { createHandler } from '../../functions/accept-partner-batch/handler.ts';
import { send } from './intake.ts';
import { partnerIntake } from './partners.ts';
import { signedHeaders } from './signing.ts';

/** What takes lists of partners, and keeps what they hand over in memory. */
export const listWorld = (...partners: Partner[]) => ({ ...partnerIntake(...partners), readTable });

/** Sends a list as its partner does: signed, unless `signed` is another body. */
export function sendList(
  deps: ReturnType<typeof listWorld>,
  body: string | Uint8Array,
  { type = 'text/csv', partner = 'hotline', signed = body } = {},
) {
  const headers = { 'content-type': type, ...signedHeaders(signed) };
  return send(createHandler(deps), { body, headers, path: { partner } });
}

/** Two orders, of which one is written over two lines. */
export const TWO_ROWS =
  '工单编号,诉求内容,联系电话\nRX-1,餐馆油烟,13900000001\nRX-2,"工地夜间施工,\n噪声大",13900000002\n';
