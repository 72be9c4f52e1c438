/** Matches any of these after `before`, in any case. */
export const anyOf = (before: string, patterns: readonly string[], after = ''): RegExp =>
  new RegExp(`${before}(?:${patterns.join('|')})${after}`, 'iu');

/** What answering programs say: that they answer, that a letter came, that somebody is away and will come back. */
const REPLY = anyOf('', [
  '自动(?:回复|答复|回覆)|自動(?:回復|答復|回覆)',
  '(?:已|已经)(?:收到|收悉|阅读|查看)(?:您|你)?.{0,4}(?:邮件|来信|来函|信件)',
  '(?:邮件|来信|来函|信件).{0,8}(?:已|已经|被)(?:收到|收悉|阅读|查看|打开)',
  '(?:正在|在|因|目前).{0,12}(?:度假|休假|放假|假期|出差|外出|请假|病假|产假)',
  '不在(?:办公室|单位|岗)|(?:不能|无法|不便).{0,10}(?:回信|回复)',
  '(?:将|于|在).{0,14}(?:返回|回来|返岗|上班)',
  '(?:稍后|尽快|尽早|及时|回来|返回|上班|以后|之后).{0,14}(?:回复|答复|回信|与.{1,3}联系)',
  'out of (?:the )?office|on (?:vacation|holiday|leave|a business trip)|limited access',
  'automatic (?:reply|response)|auto[- ]?reply|(?:will|shall) (?:reply|respond|return|get back|be back)',
  '(?:received|read) your (?:message|mail|e-?mail)|your (?:message|mail|e-?mail).{0,40}(?:received|read|displayed)',
]);

/** What stands around it: greetings, whom to ask meanwhile, a name, an office, a telephone number. */
const AROUND = anyOf(
  '^',
  [
    '您好|你好|尊敬的.{0,10}|亲爱的.{0,10}|谢谢.{0,4}|感谢.{0,12}|此致|敬礼|祝.{0,12}|顺祝.{0,8}',
    '请勿(?:直接)?回复.{0,6}|无需回复|(?:如有|如)?(?:紧急|急事).{0,24}',
    '(?:我|我的)?(?:电话|手机|地址|邮箱|邮编|tel|mobile).{0,40}',
    'dear .{0,30}|hello.{0,30}|hi.{0,30}|(?:best|kind) regards|regards|sincerely|thank you.{0,40}',
    'please contact .{0,60}|for urgent.{0,60}|if .{0,20}urgent.{0,60}',
    '\\p{Script=Han}{2,3}|.{2,20}(?:局|公司|部|科|处|中心|大学|学校|委员会|集团)|[\\d\\s+()-]{6,}|[a-z .]{2,30}',
  ],
  '$',
);

/** Who asks for an answer is a person; a program promises one. */
const ASKING = /(?:请|望|盼|求).{0,6}(?:尽快|及时|尽早|早日).{0,8}(?:回复|答复|回信|处理)/u;

/**
 * Whether a text holds the words of an answering program and nothing else that anybody could mean, sentence by
 * sentence.
 */
export function isReplyOfProgram(text: string): boolean {
  const sentences = text
    .split(/[。！？!?；;，,\n]|\.\s|\.$/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
  const isReply = (sentence: string) => REPLY.test(sentence) && !ASKING.test(sentence);
  return sentences.every((one) => isReply(one) || AROUND.test(one)) && sentences.some(isReply);
}
