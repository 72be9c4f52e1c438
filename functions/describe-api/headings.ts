import type { OrderField, PartnerFormat, Source } from '../../domain/partners/format.ts';

/** What each of our fields is called where people read of it. */
const FIELDS: Readonly<Record<OrderField, string>> = {
  externalId: '编号',
  followUpId: '后续操作的编号',
  timestamp: '操作时间',
  text: '内容',
  address: '地址',
  division: '行政区划',
  latitude: '纬度',
  longitude: '经度',
  target: '被反映单位',
  occurredAt: '事发时间',
  name: '来电人',
  phone: '电话',
  email: '电子邮箱',
  batch: '督察批次',
  item: '督察件编号',
  limit: '办理时限',
};

/**
 * The headings by which the columns of a list are known, one line for each of our fields, as Markdown. Another column
 * is passed over.
 */
export function headingsOf({ title, deed, fields, required }: PartnerFormat): string {
  const lines = (Object.entries(fields) as [OrderField, readonly Source[]][]).map(([field, sources]) => {
    const names = sources.flatMap(({ from }) => from).map((name) => `\`${name}\``);
    return `- ${FIELDS[field]}${required.includes(field) ? '（必填）' : ''}：${names.join('、')}`;
  });
  const kinds = deed.from.map((name) => `\`${name}\``).join('、');
  return [`**${title}**`, '', `- 类别：${kinds}（${Object.keys(deed.values).join('、')}）`, ...lines].join('\n');
}
