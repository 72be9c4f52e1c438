/** 岗位, as the identity provider says in the claim `role`, by these words and no others. */
export const ROLES = {
  /** Works on what their own organ leads. */
  handler: '经办人',
  /** Decides on what a colleague proposes, and on what a lower organ reports. */
  reviewer: '审核人',
  /** May do whatever their people may: a small bureau needs nobody else. */
  head: '单位负责人',
  /** Takes emergencies in hand, at any hour. */
  duty: '值班人员',
  /** Takes up, gives out, reviews. */
  petition: '信访机构人员',
  /** Of an organ above: hurries and orders. */
  supervisor: '督办人员',
  publicity: '信息公开人员',
  /** Sees the records, and no word of the complainant. */
  auditor: '审计人员',
  /** Runs the service, and sees no case. */
  ops: '运维人员',
} as const;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];
