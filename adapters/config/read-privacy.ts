import type { ProvinceSettings } from '../../config/schemas/province.ts';
import { readProvince } from './read-config.ts';

/** Who runs the regions of China. */
const OPERATORS: Readonly<Record<string, string>> = {
  'cn-north-1': '亚马逊云科技中国（北京）区域，由光环新网运营',
  'cn-northwest-1': '亚马逊云科技中国（宁夏）区域，由西云数据运营',
};

/** What the privacy page says of the province, as far as its settings tell. */
export function readPrivacy(folder: string) {
  return privacyOf(readProvince(folder));
}

export const privacyOf = ({ privacy, retentionDays, region, wecom, partners }: ProvinceSettings) => ({
  ...privacy,
  evidenceDays: retentionDays.evidence,
  logDays: retentionDays.logs,
  cloud: OPERATORS[region] ?? `亚马逊云科技${region}区域`,
  channels: { wecom: wecom !== undefined, partners: partners.length > 0 },
});
