/** One kind of problem: its HTTP status, and what it is called, in Chinese, the same in every occurrence. */
interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/**
 * Every problem that the API answers with, by the name that ends its `type`. A name never changes its meaning; what
 * brings it about and what to do is told in docs/errors.md, and test/functions/every-problem.test.ts brings each of
 * them about.
 */
export const PROBLEMS = {
  'broken-json': { status: 400, title: '提交的内容不是有效的JSON' },
  'invalid-request': { status: 400, title: '提交的内容有误' },
  'invalid-idempotency-key': { status: 400, title: '请求头Idempotency-Key无效' },
  'unreadable-list': { status: 400, title: '无法读取清单' },
  'broken-message': { status: 400, title: '消息格式有误' },
  'signature-invalid': { status: 401, title: '签名无效或已过期' },
  'seal-invalid': { status: 403, title: '消息无法解密' },
  'plain-mode-refused': { status: 403, title: '不接受明文模式的消息' },
  'partner-revoked': { status: 403, title: '合作单位的接入资格已停用' },
  'partner-not-permitted': { status: 403, title: '合作单位无权提交此类内容' },
  'no-organ': { status: 403, title: '登录信息中没有所属单位，或者没有这个单位' },
  'no-person': { status: 403, title: '登录信息中没有姓名或人员标识' },
  'no-role': { status: 403, title: '登录信息中没有岗位，或者没有这个岗位' },
  'not-your-role': { status: 403, title: '您的岗位没有这项权限' },
  'not-yours': { status: 403, title: '不是本单位负责的事项' },
  'not-your-organ': { status: 403, title: '不是本单位管理的单位' },
  'unknown-route': { status: 404, title: '没有这个接口' },
  'no-such-complaint': { status: 404, title: '登记编号或查询码不正确' },
  'unknown-case': { status: 404, title: '没有这个信访事项' },
  'not-counted': { status: 404, title: '登记总账里还没有这件投诉' },
  'no-such-organ': { status: 404, title: '没有这个单位' },
  'no-such-attachment': { status: 404, title: '没有这个附件，或者附件没有保存下来' },
  'no-such-paper': { status: 404, title: '这条记录没有发出函件' },
  'unknown-external-id': { status: 404, title: '没有收到过该外部编号的投诉' },
  'external-id-reused': { status: 409, title: '该外部编号已用于另一份内容不同的投诉' },
  'stale-version': { status: 409, title: '事项已有更新，请刷新后重试' },
  'stale-people': { status: 409, title: '通讯录已有更新，请刷新后重试' },
  'body-too-large': { status: 413, title: '提交的内容过大' },
  'too-many-rows': { status: 413, title: '清单行数过多，请分批提交' },
  'unsupported-media-type': { status: 415, title: '不支持的内容类型、字符集或压缩方式' },
  'idempotency-key-reused': { status: 422, title: '该幂等键已用于另一份内容不同的投诉' },
  'unknown-type': { status: 422, title: '不支持的事件类型' },
  'not-allowed': { status: 422, title: '事项当前不允许此操作' },
  'people-not-allowed': { status: 422, title: '通讯录不能这样修改' },
  'too-many-requests': { status: 429, title: '请求过于频繁，请稍后再试' },
  'not-recorded': { status: 503, title: '查阅记录暂时无法写入，因此不能提供，请稍后再试' },
  'internal-error': { status: 500, title: '系统繁忙，请稍后再试' },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemName = keyof typeof PROBLEMS;

/**
 * The `type` of a problem (RFC 9457): the same in every province, to be compared as text. It names and does not locate:
 * no page lies behind it.
 */
export const typeOf = (name: ProblemName): string => `urn:huiyin:problem:${name}`;
