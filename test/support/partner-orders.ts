import type { Partner } from '../../domain/partners/partner.ts';
import { createHandler } from '../../functions/accept-partner-complaint/handler.ts';
import { type Request, send } from './intake.ts';
import { hotline, partnerIntake } from './partners.ts';
import { signedHeaders } from './signing.ts';

/** An order of the hotline, E-1 unless it says otherwise. */
export const order = (data: object = {}, envelope: object = {}) =>
  JSON.stringify({
    type: 'complaint.submitted',
    timestamp: '2026-11-20T21:03:00+08:00',
    data: { externalId: 'E-1', text: '市民反映餐馆油烟直排。', address: '人民路120号', ...data },
    ...envelope,
  });

/** Something said later about E-1. */
export const later = (type: string, data: object = {}, timestamp = '2026-11-21T09:00:00+08:00') =>
  JSON.stringify({ type: `complaint.${type}`, timestamp, data: { externalId: 'E-1', ...data } });

export const world = (changes: Partial<Partner> = {}) => partnerIntake(hotline(changes));

/** Hands it over, signed as the partner signs. */
export const hand = (
  deps: ReturnType<typeof world>,
  body: string,
  { partner = 'hotline', ...request }: Partial<Request> & { partner?: string } = {},
) => send(createHandler(deps), { body, headers: signedHeaders(body), path: { partner }, ...request });

export const typeIn = ({ json }: Awaited<ReturnType<typeof hand>>): string =>
  json.type.replace('urn:huiyin:problem:', '');
