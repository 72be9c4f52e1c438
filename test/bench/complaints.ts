import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../functions/shared/digest.ts';
import type { VaultItem } from '../../usecases/intake/accept-complaint.ts';

const OWN = [
  '禾阳市临禾区城东工业园的化工厂夜间偷排刺鼻气味的废气，每天晚上十点以后最严重，小区居民不敢开窗，老人小孩咳嗽不止，请尽快查处。',
  '澜川市石渡区建设路工地凌晨两点还在浇筑混凝土，噪声扰民，打过电话没有人管。',
  '汀江市滨江路海鲜大排档油烟直排居民楼，没有安装净化器，营业到凌晨。',
  '泽宁市北郊养猪场把粪水直接排进小河，河水发黑发臭，鱼都死了，下游还有人用这水浇菜。',
  '松崖市松涧区村民大面积焚烧秸秆，浓烟滚滚，能见度很低，请制止。',
  '望海市望潮区码头煤堆没有覆盖，一刮风就漫天粉尘，阳台上每天一层黑灰，晾的衣服没法穿。',
  '有人半夜开槽罐车往水沟里倒废机油和化工废渣，味道很冲，怀疑是危险废物，车牌没看清。',
  '楼下KTV低音炮每晚震到两点，墙都在抖，孩子没法写作业。',
];

/** Texts of one kind and length. */
export interface Texts {
  readonly source: string;
  readonly texts: readonly string[];
}

/**
 * Texts to analyse: real complaints and messages where the shared data lies beside the repository, otherwise our own
 * eight over and over; and the complaints written one after the other, which is denser than anybody writes.
 */
export function textsToAnalyse(): readonly Texts[] {
  const complaints = sharedTexts('inspection-dev') ?? {
    source: 'own samples',
    texts: Array.from({ length: 400 }, (_, n) => OWN[n % OWN.length]!),
  };
  const messages = sharedTexts('messages-dev');
  const letters = messages && { ...messages, texts: messages.texts.filter(isOfALetter) };
  return [complaints, ...(letters ? [letters] : []), joined(complaints, 400), joined(complaints, 4000)];
}

const isOfALetter = ({ length }: string): boolean => length > 300 && length < 500;

function sharedTexts(name: string): Texts | undefined {
  const path = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'cases', `${name}.jsonl`);
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return { source: `${name}.jsonl`, texts: lines.map((line) => JSON.parse(line).text as string) };
}

function joined({ source, texts }: Texts, length: number): Texts {
  const whole = texts.join('');
  const count = Math.floor(whole.length / length);
  const pieces = Array.from({ length: count }, (_, n) => whole.slice(n * length, (n + 1) * length));
  return { source: `${source} one after the other`, texts: pieces };
}

const digits = (n: number) =>
  String(n)
    .padStart(12, '0')
    .replace(/(....)(?=.)/g, '$1-');

/** The n-th complaint as it lies in the vault: a long web form with everything filled in. */
export function vaultItem(n: number): VaultItem {
  const text = OWN[n % OWN.length]!;
  const form = {
    text,
    address: '城东工业园三号路',
    target: '某化工有限公司',
    contact: { name: '测试人', phone: '13900000000' },
  };
  return {
    ...form,
    receipt: `QH-${digits(n)}`,
    channel: 'web',
    sourceId: `key:bench-${n}`,
    anonymous: false,
    attachments: [],
    flags: [],
    receivedAt: '2026-09-10T02:00:00.000Z',
    answerBy: '2026-09-25T16:00:00.000Z',
    queryCode: 'K7M4P2',
    fingerprint: sha256(String(n)),
    original: { mediaType: 'application/json', base64: Buffer.from(JSON.stringify(form)).toString('base64') },
  };
}
