/** What the sender wrote now, and what stands below it: earlier letters and the signature of the program. */
export interface Letter {
  readonly own: string;
  readonly quoted: string;
}

const MAIL_WORDS = [
  '原始邮件|原始郵件|邮件原件|郵件原件|转发邮件信息|轉發郵件信息|转发的邮件|轉寄的郵件|转发邮件|(?:回复|转发)的原邮件',
  'Replied Message|Original(?: Message)?|Forwarded message|Forwarded Message',
].join('|');

/** A line that can only come from a mail program; whatever follows is no longer the sender's own. */
const MARKS: readonly RegExp[] = [
  // QQ, 163, Outlook, Gmail: ------------------ 原始邮件 ------------------
  new RegExp(`^[-_—]{2,}\\s*(?:${MAIL_WORDS})\\s*[-_—]{2,}$`, 'i'),
  /^Begin forwarded message:$/i,
  // 163, QQ, Apple: 在 2026-11-20 21:03:11，"张三" <z@163.com> 写道：
  /^(?:在|于|於)\s*(?=.{0,300}\d{4})(?=.{0,300}(?:@|\d{1,2}[:：]\d{2}[:：]\d{2})).{0,300}(?:写道|寫道|撰写|撰寫)\s*[:：]$/,
  // Gmail: 张三 <z@gmail.com> 于2026年11月20日周五 21:03写道：
  /^.{0,100}<[^<>\s@]{1,64}@[^<>\s]{1,200}>\s*(?:在|于|於)(?=.{0,40}\d{4}).{0,60}(?:写道|寫道|撰写|撰寫)\s*[:：]$/,
  /^(?:At|On)\s(?=.{0,300}\d{4})(?=.{0,300}(?:@|\d{1,2}:\d{2})).{0,300}\s(?:wrote|写道|寫道)\s*[:：]$/i,
];

/** Only a mark where quoted lines follow: people, too, write who said something at what time. */
const MARK_OF_MARKED =
  /^(?:在|于|於)\s*(?=.{0,300}\d{4})(?=.{0,300}\d{1,2}[:：]\d{2}).{0,300}(?:写道|寫道|撰写|撰寫)\s*[:：]$/;

/** What a program may fold after its first line. */
const BEGINS_FOLDED = /^(?:在|于|於|At |On )|<[^<>\s@]{1,64}@[^<>\s]{1,200}>/i;

/** RFC 3676, and what telephones and webmails write below: a name of theirs, its model, and nothing more. */
const PROGRAMS = [
  'QQ邮箱|网易邮箱|126邮箱|163邮箱|iPhone|iPad|小米|华为|荣耀|HUAWEI|HONOR|Xiaomi|OPPO|vivo|Samsung|Galaxy|Windows',
  'Outlook|Foxmail|手机|Android|Yahoo',
].join('|');
const MODEL = String.raw`(?:[\w .+/()-]|手机|平板|邮箱|邮件|客户端|版|的){0,30}`;
/** Where the program can be had. */
const LINK = String.raw`(?:\s*<https?:[^<>\s]{1,200}>)?`;
const SIGNATURE = new RegExp(
  `^(?:-- ?|(?:发自|發自|来自|获取|取得|Sent from|Get)\\s*(?:我的|my)?\\s*(?:${PROGRAMS})${MODEL}${LINK})$`,
  'i',
);

/** A signature says nothing; a person who writes on below a line or a telephone's name says something. */
const SENTENCE = /[。！？；!?]|[，,].*[，,]/;

/** A signature has no more lines than that; a person who draws a line writes on below it. */
const MOST_OF_SIGNATURE = 8;

const WROTE = /(?:写道|寫道|撰写|撰寫|wrote)\s*[:：]$/i;

const FIELDS = [
  '发件人|寄件者|寄件人|發件人|发送时间|發送時間|寄件日期|发送日期|日期|时间|收件人|收件者|抄送|副本|主题|主題|主旨',
  'From|Sent|Date|To|Cc|Subject',
].join('|');
const HEADER_LINE = new RegExp(`^[>\\s*]*(?:${FIELDS})\\s*\\*?[:：]`, 'i');
const FIRST_HEADER_LINE = /^[>\s*]*(发件人|寄件者|寄件人|發件人|From)\s*\*?[:：]/i;

/**
 * A mail program writes at least so many lines of header above what it quotes, with an address or the time of sending;
 * a form of a person has neither.
 */
const LEAST_HEADER_LINES = 3;
const HEADER_WITHIN = 8;
const OF_PROGRAM = /@|^[>\s*]*(?:发送时间|發送時間|寄件日期|发送日期|Sent)\s*\*?[:：]/i;

/**
 * Cuts a letter where its history begins, after the habits of QQ, Foxmail, Outlook, 163 and telephones. Answers between
 * or below quoted lines are the sender's own. Nothing is lost: both parts together are the letter.
 */
export function splitLetter(text: string): Letter {
  const lines = text.split('\n');
  const [above, history] = parted(lines, beginOfHistory(lines));
  const isAnswer = answersIn(history);
  const answers = history.filter(isAnswer);
  if (answers.length > 0) {
    const quoted = history.filter((line, index) => !isAnswer(line, index));
    return { own: joined([...above, ...answers]), quoted: joined(quoted) };
  }
  const [own, signature] = parted(above, beginOfSignature(above));
  return { own: joined(own), quoted: joined([...signature, ...history]) };
}

const parted = (lines: readonly string[], at: number) => [lines.slice(0, at), lines.slice(at)] as const;

function beginOfHistory(lines: readonly string[]): number {
  const found = lines.findIndex((_, index) => beginsHistory(lines, index));
  if (found < 0) return lines.length - quotedTail(lines);
  // Outlook draws a line first.
  return /^[-_—]{5,}$/.test(plain(lines[found - 1] ?? '')) ? found - 1 : found;
}

/** Telephones put theirs above, too, where somebody begins to write below it. */
function beginOfSignature(lines: readonly string[]): number {
  const found = lines.findIndex((line) => SIGNATURE.test(plain(line)));
  const said = (some: readonly string[]) => some.filter((line) => line.trim() !== '').length;
  const isAbove = said(lines.slice(0, found)) === 0 && said(lines.slice(found)) > 1;
  const isLetter =
    said(lines.slice(found)) > MOST_OF_SIGNATURE || lines.slice(found).some((line) => SENTENCE.test(line));
  return found < 0 || isAbove || isLetter ? lines.length : found;
}

const joined = (lines: readonly string[]): string => lines.join('\n').trim();

/**
 * Which lines of a history answer it: below "… wrote:" every quoted line begins with ">", and any other is the sender's
 * own.
 */
function answersIn(history: readonly string[]): (line: string, index: number) => boolean {
  const head = folds(history);
  const tellsAnswers = WROTE.test(plain(history.slice(0, head).join(' '))) && isMarked(history.slice(head));
  return (line, index) => tellsAnswers && index >= head && line.trim() !== '' && !line.trimStart().startsWith('>');
}

/** Whether the first of these lines that says anything is quoted by ">". */
const isMarked = (lines: readonly string[]): boolean =>
  lines.find((line) => line.trim() !== '')?.startsWith('>') === true;

/** How many lines the line that says who wrote when takes: programs fold it. */
const folds = ([first = '']: readonly string[]): number => (WROTE.test(plain(first)) ? 1 : 2);

function beginsHistory(lines: readonly string[], index: number): boolean {
  const line = plain(lines[index]!);
  if (MARKS.some((mark) => mark.test(line))) return true;
  const folded = plain(`${lines[index]} ${lines[index + 1] ?? ''}`);
  if (BEGINS_FOLDED.test(line) && MARKS.some((mark) => mark.test(folded))) return true;
  if (MARK_OF_MARKED.test(line) && isMarked(lines.slice(index + 1, index + 4))) return true;
  return FIRST_HEADER_LINE.test(line) && isHeader(lines.slice(index, index + HEADER_WITHIN).map(plain));
}

function isHeader(lines: readonly string[]): boolean {
  const fields = lines.filter((line) => HEADER_LINE.test(line));
  return fields.length >= LEAST_HEADER_LINES && fields.some((line) => OF_PROGRAM.test(line));
}

/** How many lines at the end are quoted by ">", blank ones between them included. */
function quotedTail(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('>'));
  const tail = lines.slice(last + 1);
  return tail.some((line) => line.trim() !== '') ? tail.length : 0;
}

/** HTML mails leave blanks of other kinds. Longer lines are no marks. */
const plain = (line: string): string =>
  line
    .slice(0, 400)
    .replace(/[\u00a0\u3000\u200b\ufeff]/g, ' ')
    .trim();
