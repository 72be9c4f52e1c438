/** What a roster calls the fields of a person. */
export const CONTACT_FIELDS = {
  name: '姓名',
  phone: '手机',
  email: '邮箱',
  sub: '人员标识',
  onDuty: '值班时间',
} as const;
