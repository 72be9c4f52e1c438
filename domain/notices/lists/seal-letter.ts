import type { Sha256 } from '../../audit/chain.ts';
import { type Seal, sealHash } from '../../audit/ledger.ts';
import { sealableFrom } from '../../audit/sealing-time.ts';
import { dateText } from '../date-words.ts';
import { listMessage } from '../list-message.ts';
import type { Notice } from '../notice.ts';

/** What the letter says; it says nothing else, so its id, which holds all of it, is enough to make it once more. */
interface Said {
  readonly day: string;
  readonly entries: string;
  readonly root: string;
  readonly hash: string;
}

/** 封存通知: the letter by which the auditor keeps, outside of the service, what stands for a day. */
export function sealLetter(seal: Seal, auditor: string, sha256: Sha256): Notice {
  const { day, entries, root } = seal;
  return letterOf({ day, entries: String(entries), root, hash: sealHash(seal, sha256) }, auditor);
}

/** The letter of that id; undefined for the id of any other notice. */
export function sealLetterOf(noticeId: string, auditor: string): Notice | undefined {
  const said = /^SEAL-(?<day>\d{4}-\d\d-\d\d)#(?<entries>\d+)#(?<root>\w+)#(?<hash>\w+)$/.exec(noticeId)?.groups;
  return said && letterOf(said as unknown as Said, auditor);
}

function letterOf({ day, entries, root, hash }: Said, auditor: string): Notice {
  const subject = `${dateText(day)}登记总账已封存（${entries}条）`;
  return {
    id: `SEAL-${day}#${entries}#${root}#${hash}`,
    caseId: `SEAL-${day}`,
    at: sealableFrom(day),
    addresses: [{ transport: 'email', organ: 'audit', role: 'auditor', to: auditor }],
    subject: `【封存】${subject}`,
    text: [
      `${subject}。`,
      `根值：${root}\n封存值：${hash}`,
      '请把封存值记在本系统之外（纸质台账、会议纪要、另一单位的邮箱）。以后凭它可以核对：当天及以前登记的信访件和办理记录，一件不少，一字未改。',
      '核对办法：npm run audit -- verify，见docs/audit.md。本通知不含任何信访人和信访事项的信息。',
    ].join('\n\n'),
    sms: listMessage({ kind: '封存', name: '登记总账', of: '全省', day, duty: '保存封存值' }),
  };
}
