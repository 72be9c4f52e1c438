import { EMAIL } from './complaints/email.ts';
import { PARTNER } from './complaints/partner.ts';
import { WEB } from './complaints/web.ts';
import { WECHAT } from './complaints/wechat.ts';
import { type AnySample, instantOf } from './sample.ts';

/** The complaints of 10 September 2026 in 青禾省, as they come in. All of it is made up: people, firms, streets. */
export const COMPLAINTS: readonly AnySample[] = [...WEB, ...WECHAT, ...EMAIL, ...PARTNER].toSorted((one, other) =>
  instantOf(one.at).localeCompare(instantOf(other.at)),
);
