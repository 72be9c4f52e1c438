import type { ProvinceSettings } from '../../config/schemas/province.ts';
import type { Sms } from '../../config/schemas/sms.ts';
import { INBOX_DAYS } from '../../domain/upload.ts';
import { readProvince } from './read-config.ts';

/** Who runs the regions of China. */
const OPERATORS: Readonly<Record<string, string>> = {
  'cn-north-1': '亚马逊云科技中国（北京）区域，由光环新网运营',
  'cn-northwest-1': '亚马逊云科技中国（宁夏）区域，由西云数据运营',
};

/** Who gets the number and the words of a text message. */
const TEXTED_BY: Readonly<Record<Sms['providers'][number]['by'], string>> = {
  aliyun: '阿里云短信服务',
  tencent: '腾讯云短信服务',
  sns: '亚马逊云科技短信服务',
};

/** What the privacy page says of the province, as far as its settings tell. */
export function readPrivacy(folder: string) {
  return privacyOf(readProvince(folder));
}

export const privacyOf = ({ privacy, retentionDays, region, wecom, partners, sms }: ProvinceSettings) => ({
  ...privacy,
  evidenceDays: retentionDays.evidence,
  uploadDays: INBOX_DAYS,
  logDays: retentionDays.logs,
  cloud: OPERATORS[region] ?? `亚马逊云科技${region}区域`,
  textedBy: sms.providers.map(({ by }) => TEXTED_BY[by]),
  channels: { wecom: wecom !== undefined, partners: partners.length > 0 },
});
