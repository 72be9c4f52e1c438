import { type Clause, clausesOf } from './clauses.ts';
import { type Fault, faultsIn, MARKS } from './faults.ts';
import { type Authority, authoritiesIn, type Mention, mentionsIn } from './mentions.ts';

/** An authority that a text accuses, and of what. */
export interface Accusation {
  readonly authority: Authority;
  readonly fault: string;
}

/** What came before: of whom it is spoken, and who was told of the matter. */
interface Talk {
  readonly topic: readonly Mention[];
  /** Of whom "他" is said: people and offices, and no plant. */
  readonly people: readonly Mention[];
  /** Of whom it was spoken before that. */
  readonly before: readonly Mention[];
}

/** Enough for any letter, and no text costs more. */
const [MOST_ACCUSATIONS, MOST_CHARACTERS] = [100, 20_000];
/** What is wished or supposed has not happened. */
const SUPPOSED = /如果|倘若|假如|若是|要是|万一|一旦|再不|是否|会不会|能不能|有没有/;
const WISH = /(?:请(?!示|假)|希望|恳[请求]|盼望?|建议|要求|呼吁|期望|期待|拜托|麻烦)/g;
/** "希望省厅查处分局包庇": what is asked for is that somebody looks into it. */
const LOOKS_INTO = /查处|严查|调查|彻查|追究|追责|问责|核查|查查|督查|督办|纠正|惩治|处分|监督|整治|举报|投诉|反映/;
const SAYS = /说|称|讲|扬言|放话|吹嘘|声称|表示|告知|答复|回复(?!的)/;
/** How much of what stands before somebody tells their part in the clause. */
const LONGEST_BEFORE = 8;
/** Before an authority that is told of something, or that something is done to. */
const TOLD = /(?:向|给|到|至|找|往|问|告诉|联系|致电|跟|对|在|经)(?:当地|本地|我们?|有关|相关|属地)?$/;
const BESIDE = /(?:给|向|对|把|将|到|在|和|与|跟|同|让|为|替|帮|从)(?:这家|那家|该|当地|那个|这个)?$/;
const BY = /被(?:当地)?$/;
const REPORTS = /举报|投诉|反映|控告|检举|状告/g;
const BOTH = /两家|双方|两边|两个(?:部门|单位|局)|互相|相互/;
const DIRECTLY = /^(?:一下|关于|的是)?$/;
const CLAUSE_END = new RegExp(`^\\s*(?:[${MARKS}]|$)`);
/** "对分局的答复不服": an answer is as much a deed as not answering. */
const DISSENT =
  /^的?\p{sc=Han}{0,8}?(?:结果|答复|回复|处理|决定|意见|结论|调查|报告|做法|工作|说法)\p{sc=Han}{0,6}?(?:不服|不满|不认[可同]|不同意|有异议|不符|不能接受|无法接受|不接受|失实|不实|不属实|虚假|避重就轻)/u;

/**
 * The authorities whose own conduct a text is about, read as people do: clause by clause, who is the subject of what is
 * held against somebody. To name an authority, to have told it, or to want something of it accuses nobody, and what a
 * business does is not the bureau's doing.
 */
export function accusationsIn(letter: string): readonly Accusation[] {
  const text = letter.slice(0, MOST_CHARACTERS);
  const authorities = authoritiesIn(text);
  if (authorities.length === 0) return [];
  const faults = faultsIn(text);
  if (faults.length === 0 && !authorities.some(({ end }) => mayBeAccused(text, end))) return [];
  let talk: Talk = { topic: [], people: [], before: [] };
  const accusations: Accusation[] = [];
  for (const clause of clausesOf(text, mentionsIn(text, authorities), faults)) {
    if (accusations.length >= MOST_ACCUSATIONS) break;
    accusations.push(...accusationsOf(clause, talk));
    talk = talkAfter(clause, talk);
  }
  return accusations;
}

/** Whether an authority that ends there may be reported, or its answer objected to. */
function mayBeAccused(text: string, end: number): boolean {
  const after = text.slice(end);
  return CLAUSE_END.test(after) || DISSENT.test(after);
}

const isAuthority = ({ kind }: Mention): boolean => kind === 'authority';

function accusationsOf(clause: Clause, talk: Talk): readonly Accusation[] {
  if (![clause.mentions, talk.topic, talk.people, talk.before].some((some) => some.some(isAuthority))) return [];
  if (SUPPOSED.test(clause.text)) return [];
  const byFault = clause.faults.flatMap((fault) => {
    const subject = subjectOf(fault, clause, talk);
    return isMeant(fault, subject[0], clause) ? accuse(subject, fault.name) : [];
  });
  return [...byFault, ...accuse(reportedIn(clause), '被举报'), ...accuse(dissentedIn(clause), '对其办理结果有异议')];
}

function accuse(subject: readonly Mention[], fault: string): readonly Accusation[] {
  return subject.flatMap(({ authority }) => (authority ? [{ authority, fault }] : []));
}

/** The nearest before the fault that can have done it; those who were told only where nobody else can; else the topic. */
function subjectOf({ start }: Fault, clause: Clause, talk: Talk): readonly Mention[] {
  const topic = BOTH.test(clause.text) ? [...talk.before, ...talk.topic] : talk.topic;
  const before = clause.mentions.filter(({ end }) => end <= start);
  const nearest =
    before.findLast((one) => canAct(one, clause, start)) ?? before.findLast(({ kind }) => kind === 'authority');
  if (!nearest) return topic;
  return nearest.kind === 'same' ? talk.people : withCoordinates(nearest, clause);
}

function canAct({ kind, start, end }: Mention, { text }: Clause, fault: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_BEFORE), start);
  if (BY.test(before)) return fault - end <= 2;
  if (kind === 'party' || kind === 'business') return !BESIDE.test(before) && !text.startsWith('的', end);
  return !TOLD.test(before);
}

/** "区环保局和区城管局互相推诿" accuses both. */
function withCoordinates(last: Mention, clause: Clause): readonly Mention[] {
  const { text, mentions } = clause;
  const before = mentions.find(
    ({ kind, end }) => kind === 'authority' && /^[和与及、跟同]\p{sc=Han}{0,6}$/u.test(text.slice(end, last.start)),
  );
  return before && last.kind === 'authority' ? [...withCoordinates(before, clause), last] : [last];
}

/** Not where it is only wished for, or only what somebody says. */
function isMeant({ start }: Fault, subject: Mention | undefined, { text, mentions }: Clause): boolean {
  const isHere = subject !== undefined && mentions.includes(subject);
  const from = isHere ? subject.start : start;
  const wish = [...text.slice(0, from).matchAll(WISH)].at(-1);
  if (wish && !LOOKS_INTO.test(text.slice(wish.index, from))) return false;
  const heard = mentions.some(({ kind, end }) => kind === 'party' && end <= from && SAYS.test(text.slice(end, from)));
  return !heard && !(isHere && SAYS.test(text.slice(subject.end, start)));
}

/** "举报临禾分局：…", and not "向分局举报" or "举报分局查封过的厂". */
function reportedIn(clause: Clause): readonly Mention[] {
  const { text, mentions } = clause;
  return [...text.matchAll(REPORTS)].flatMap(({ 0: verb, index }) => {
    const after = mentions.find(({ start }) => start >= index + verb.length);
    if (after?.kind !== 'authority') return [];
    const place = text
      .slice(index + verb.length, after.start)
      .replace(/^\p{sc=Han}+[省市区县州旗]$|^\p{sc=Han}{2,3}$/u, '');
    const isEnd = text.slice(after.end).trim() === '';
    return DIRECTLY.test(place) && isEnd && !/[到给至]/.test(text.slice(index, after.start)) ? [after] : [];
  });
}

function dissentedIn({ text, mentions }: Clause): readonly Mention[] {
  return mentions.filter(({ kind, end }) => kind === 'authority' && DISSENT.test(text.slice(end)));
}

/** Of whom the next clause speaks where it names nobody: who was told, else the first who acts. */
function talkAfter(clause: Clause, talk: Talk): Talk {
  const { text, mentions } = clause;
  const reports = text.search(REPORTS);
  const told = mentions.findLast(({ kind, start }) => kind === 'authority' && (reports < 0 || start < reports));
  const acting = mentions.find((one) => canAct(one, clause, text.length));
  const next = reports < 0 ? (acting ?? told) : (told ?? acting);
  if (!next) return talk;
  const topic = next.kind === 'same' ? talk.people : withCoordinates(next, clause);
  return { topic, people: next.kind === 'business' ? talk.people : topic, before: talk.topic };
}
