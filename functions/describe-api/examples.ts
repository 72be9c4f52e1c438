/** What a caller sends and gets, made up. test/functions/described-examples.test.ts holds each against its schema. */
const receipt = 'QH-7KX4-M9P2-Q3T8';
const queryCode = '7H2MK4PX';
const receivedAt = '2026-11-20T13:03:00.000Z';
const answerBy = '2026-12-05T16:00:00.000Z';

export const COMPLAINT = {
  text: '东门外的印刷厂夜里排放刺鼻气味，已持续一周。',
  address: '人民路120号对面',
  target: '某印刷厂',
  occurredAt: '昨晚十点',
  contact: { name: '测试人', phone: '13900000000', email: 'tester@citizen.example' },
};

const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** 计入证明 of one receipt among two. */
export const PROOF = {
  receipt,
  index: 1,
  path: [hash],
  seal: { day: '2026-11-20', entries: 2, previous: hash, root: hash },
};

export const RECEIPT = { receipt, queryCode, receivedAt, answerBy };

export const RATING = { grade: 'dissatisfied', reasons: ['unresolved'] };

export const RATING_ANSWER = { receipt, grade: 'dissatisfied' };

export const SUPPLEMENT = { text: '今晚气味更重，拍到了排气口。' };

export const SUPPLEMENT_RECEIPT = { receipt, supplement: 'QH-2B5R-8NWC-0J6D', receivedAt };

export const PROGRESS = {
  receipt,
  status: 'accepted',
  statusText: '已受理',
  answerBy: '2027-01-19T16:00:00.000Z',
  awaited: '办结并答复您',
  timeline: [
    { at: receivedAt, text: '已收到您的投诉' },
    { at: '2026-11-23T02:10:00.000Z', text: '已受理' },
  ],
  notices: [
    {
      at: '2026-11-23T02:10:00.000Z',
      organ: '禾阳市生态环境局临禾分局',
      status: '已受理',
      text: '您反映的问题：工业废气、恶臭和粉尘（青禾省禾阳市临禾区）。\n我们将在2027年1月19日（周二）24:00前办结并答复您。',
    },
  ],
};

export const UPLOAD = { mediaType: 'image/jpeg' };

export const UPLOAD_OFFER = {
  key: 'uploads/3q2-7wEBAgMEBQYHCAkKCw',
  action: 'https://inbox.example/',
  fields: { key: 'uploads/3q2-7wEBAgMEBQYHCAkKCw', policy: 'eyJ…' },
  expiresAt: '2026-11-20T15:03:00.000Z',
};

export const ORDER = {
  type: 'complaint.submitted',
  timestamp: '2026-11-20T21:03:00+08:00',
  data: { externalId: 'RX-2026-000123', text: '餐馆油烟直排，影响楼上居民。', address: '人民路120号' },
};

export const ORDERS = [
  ORDER,
  {
    type: 'complaint.urged',
    timestamp: '2026-11-21T09:00:00+08:00',
    data: { externalId: 'RX-2026-000123', followUpId: 'U-7', text: '来电人再次来电催办' },
  },
];

export const REPORT = {
  accepted: 1,
  unchanged: 0,
  refused: 1,
  rows: [
    { row: 2, externalId: 'RX-1', receipt, queryCode, outcome: 'accepted', errors: [] },
    {
      row: 3,
      externalId: 'RX-2',
      outcome: 'refused',
      type: 'urn:huiyin:problem:invalid-request',
      title: '提交的内容有误',
      errors: [{ pointer: '/诉求内容', detail: '此项必填' }],
    },
  ],
};

export const MAIL = { bytes: 31_457_280, sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' };

export const MAIL_OFFER = {
  id: MAIL.sha256,
  ...{
    url: 'https://evidence.example/mail/relay/9f86?X-Amz-Signature=…',
    headers: { 'content-type': 'message/rfc822' },
  },
  expiresAt: '2026-11-20T13:18:00.000Z',
};

export const COMMAND = { type: 'accept', expectedVersion: 1 };

export const BATCH = {
  command: { type: 'distribute', officer: { sub: 'u-0043', name: '李和光' } },
  cases: [{ id: 'QH-7KX4-M9P2-Q3T8', expectedVersion: 2 }],
};

export const COMMAND_ANSWER = { version: 2, status: 'accepted' };

const CONTACT = { role: 'handler', name: '张三', email: 'zhang@bureau.example', phone: '13900000001' };

export const PEOPLE = {
  expectedVersion: 0,
  reason: '经办人调整',
  contacts: [CONTACT, { role: 'leader', name: '李四', phone: '13900000002' }],
};

export const PEOPLE_ANSWER = { version: 1, contacts: PEOPLE.contacts, notes: [] };

export const ABSENCE = {
  ...{ expectedVersion: 0, reason: '年休假', role: 'handler', name: '张三' },
  ...{ from: '2026-12-01T08:00:00+08:00', to: '2026-12-05T18:00:00+08:00' },
};

export const CHOSEN = {
  ...{ expectedVersion: 0, reason: '本人设置', role: 'handler', name: '张三' },
  digests: { overdue: 'sms', weekly: 'email', monthly: 'none' },
};
