import type { ContactRole, Organs } from '../../../domain/organs.ts';
import type { Sent } from '../../outside/outbox.ts';

/** A message as the timeline tells of it. */
export interface Told {
  readonly sent: Sent;
  readonly receipt: string;
  /** 催办, 督办 …; 来信回执 and 信访告知 for the complainant. */
  readonly kind: string;
  /** What it is about, without kind and receipt. */
  readonly about: string;
  /** Who has that address at work; none for a complainant. */
  readonly recipient?: Recipient | undefined;
  /** Caused by the arrival of the complaint itself. */
  readonly atArrival: boolean;
}

export interface Recipient {
  readonly organ: string;
  readonly name: string;
  readonly role: ContactRole | 'group';
}

const KINDS = [
  '紧急',
  '交办',
  '提醒',
  '催办',
  '超期',
  '督办',
  '审查',
  '签发',
  '退回',
  '补充',
  '催单',
  '异议',
  '变更',
  '来信回执',
  '信访告知',
];
const ROLES: readonly Recipient['role'][] = ['duty', 'handler', 'deputy', 'leader'];

/**
 * The outbox in an order that is the same in every run: by minute, kind, subject, case as they came in, recipient; a
 * mail before a text message.
 */
export function toldIn(outbox: readonly Sent[], organs: Organs): readonly Told[] {
  const recipients = addressBook(organs);
  const cases = [...new Set(outbox.map(({ caseId }) => caseId))];
  const subjects = new Map(
    outbox.flatMap((sent) => (sent.subject && sent.noticeId ? [[letterOf(sent), aboutInMail(sent)]] : [])),
  );
  return outbox
    .map((sent) => ({
      sent,
      receipt: sent.caseId ?? '',
      kind: kindOf(sent),
      about: sent.noticeId ? aboutOf(sent, subjects) : aboutInChat(sent.text),
      recipient: recipients.get(sent.to),
      atArrival: sent.noticeId?.split('#')[1] === '1',
    }))
    .toSorted((one, other) => (orderOf(one, cases) < orderOf(other, cases) ? -1 : 1));
}

function aboutOf(sent: Sent, subjects: ReadonlyMap<string, string>): string {
  return (sent.subject ? aboutInMail(sent) : subjects.get(letterOf(sent))) ?? aboutInText(sent.text);
}

const STATUS = /告知您：(.+?)。/;

/** The subject of a mail to a complainant says nothing of the matter; its first sentence does. */
function aboutInMail({ subject = '', text }: Sent): string {
  if (subject.startsWith(RECEIPT)) return '已收到您的来信';
  return STATUS.exec(text)?.[1] ?? aboutIn(subject);
}

/**
 * A message of the chat carries no id and no subject of ours: "…告知您：已受理。", or a field of a template,
 * "thing2：已受理"; one to a working group, "应办：立即核实报告".
 */
function aboutInChat(text: string): string {
  return STATUS.exec(text)?.[1] ?? /^(?:thing\d+|应办)：(.+)$/m.exec(text)?.[1] ?? text;
}

/** Case, event, organ and kind: a mail and a text message that say the same share them. */
function letterOf(sent: Sent): string {
  return [...(sent.noticeId ?? '').split('#').slice(0, 3), kindOf(sent)].join('#');
}

/** How the subject of a receipt begins. */
const RECEIPT = '12369回执';

/** Messages begin with it, text messages have it after the signature. */
function kindOf({ transport, subject, text }: Sent): string {
  if (subject?.startsWith(RECEIPT)) return '来信回执';
  const words = transport === 'sms' ? text.replace(/^【.+?】/, '') : text;
  const [, kind] = /^【(.+?)】/.exec(subject ?? words) ?? [];
  return kind ?? '信访告知';
}

/** "【催办】QH-… 办结并答复信访人，还有15小时" to staff. */
function aboutIn(subject: string): string {
  return subject.replace(/^【.+?】/, '').replace(/^[A-Z]{2}(-\w{4}){3} | \[[A-Z]{2}(-\w{4}){3}\]$/g, '');
}

/** A complainant's text message goes out alone: "12369回执QH-…：已受理（某局）。凭…". */
function aboutInText(text: string): string {
  return /：(.+?)。/.exec(text)?.[1] ?? text;
}

function addressBook(organs: Organs): ReadonlyMap<string, Recipient> {
  const known = new Map<string, Recipient>();
  for (const { id: organ, name, contacts, robot } of organs.values()) {
    for (const { role, email, phone } of contacts)
      for (const to of [email, phone]) if (to) known.set(to, { organ, name, role });
    if (robot) known.set(robot, { organ, name, role: 'group' });
  }
  return known;
}

function orderOf({ sent, kind, about, recipient }: Told, cases: readonly (string | undefined)[]): string {
  const role = recipient ? ROLES.indexOf(recipient.role) : ROLES.length;
  const [rank, number] = [KINDS.indexOf(kind), cases.indexOf(sent.caseId)].map((index) =>
    String(index + 1).padStart(4, '0'),
  );
  return [sent.at.slice(0, 16), rank, about, number, recipient?.organ, role, sent.transport].join(' ');
}
