/** 处罚程序的结果. */
export const PENALTY_RESULTS = ['penalised', 'not-penalised', 'revoked', 'handed-over'] as const;

export const PENALTY_RESULT_TEXT: Readonly<Record<(typeof PENALTY_RESULTS)[number], string>> = {
  penalised: '已作出行政处罚决定',
  'not-penalised': '决定不予行政处罚',
  revoked: '经查不符合立案条件，已撤销立案',
  'handed-over': '涉嫌犯罪，已移送司法机关',
};

/** 不计入办案期限的事由. */
export const PAUSES = [
  'suspension',
  'hearing',
  'announcement',
  'monitoring',
  'assessment',
  'appraisal',
  'recognition',
  'service',
  'criminal-handover',
] as const;

export const PAUSE_TEXT: Readonly<Record<(typeof PAUSES)[number], string>> = {
  suspension: '中止',
  hearing: '听证',
  announcement: '公告',
  monitoring: '监测（检测）',
  assessment: '评估',
  appraisal: '鉴定',
  recognition: '认定',
  service: '送达',
  'criminal-handover': '移送司法机关办理',
};

/** 处罚决定公开情况. */
export const PUBLICATIONS = ['published', 'withheld'] as const;

export const PUBLICATION_TEXT: Readonly<Record<(typeof PUBLICATIONS)[number], string>> = {
  published: '已公开',
  withheld: '依法不予公开',
};

/** The clock of the publication, by its name in config/clocks.json. */
export const PUBLICATION = 'penalty-publication';

/** The clock of the decision, by its name in config/clocks.json. */
export const DECISION = 'penalty-decision';
