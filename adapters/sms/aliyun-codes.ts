/** What a code of Aliyun's means for the message: see `SendResult`. */
type Meaning = 'refused' | 'busy' | 'barred' | 'later';

/** Of this number, or of the words that were to go to it: nothing that waiting would mend. */
const REFUSED = [
  ...['isv.MOBILE_NUMBER_ILLEGAL', 'isv.PHONE_NUMBER_ILLEGAL', 'isv.NOT_SUPPORTED_COUNTRY', 'isv.COUNTRY_RESTRICTED'],
  ...['isv.SMS_CONTENT_ILLEGAL', 'isv.BLACK_KEY_CONTROL_LIMIT', 'isv.PARAM_NOT_SUPPORT_URL', 'isv.PARAM_LENGTH_LIMIT'],
  'isv.TEMPLATE_PARAMS_ILLEGAL',
];

/**
 * Of the account, its money, keys, rights, signature and templates, or of how we ask: no number fares better until ops
 * has put it right.
 */
const BARRED = [
  ...['isv.AMOUNT_NOT_ENOUGH', 'isv.OUT_OF_SERVICE', 'isv.BILLING_DEDUCTION_ERROR', 'isv.ACCOUNT_NOT_EXISTS'],
  ...['isv.ACCOUNT_ABNORMAL', 'isv.PRODUCT_UN_SUBSCRIPT', 'isv.PRODUCT_UNSUBSCRIBE', 'isv.FORBIDDEN_ACTION'],
  ...['isp.RAM_PERMISSION_DENY', 'isv.RAM_CHECK_FAILED', 'isv.DENY_IP_RANGE', 'isv.DAY_LIMIT_CONTROL'],
  ...['isv.MONTH_LIMIT_CONTROL', 'isv.SMS_SIGN_ILLEGAL', 'isv.SMS_SIGNATURE_ILLEGAL', 'isv.SIGN_STATE_ILLEGAL'],
  ...['isv.SIGN_NAME_ILLEGAL', 'isv.SMS_SIGNATURE_SCENE_ILLEGAL', 'isv.EXTEND_CODE_ERROR', 'isv.SMS_TEMPLATE_ILLEGAL'],
  ...['isv.TEMPLATE_MISSING_PARAMETERS', 'isv.DOMESTIC_NUMBER_NOT_SUPPORTED', 'isv.INVALID_PARAMETERS'],
  'isv.INVALID_JSON_PARAM',
];

/** The gateway before the service: key, signature, the clock, a paused account. All begin so. */
const BARRED_AT_THE_GATEWAY =
  /^(InvalidAccessKeyId|SignatureDoesNotMatch|IncompleteSignature|InvalidTimeStamp|InvalidSecurityToken|Forbidden|NoPermission|InvalidAction|InvalidVersion)/;
/** Aliyun's own trouble, or too much of us at once. */
const BUSY = /^(Throttling|ServiceUnavailable|InternalError|SignatureNonceUsed|isp\.)/;

/**
 * Sorts a code of SendSms ("国内消息API错误码", help.aliyun.com/document_detail/101346.html, and the codes of its gateway).
 * One that we do not know is taken for something that passes, such as the limits of a single number
 * (isv.BUSINESS_LIMIT_CONTROL): no address is spent on a guess.
 */
export function meaningOf(code: string): Meaning {
  if (REFUSED.includes(code)) return 'refused';
  if (BARRED.includes(code) || BARRED_AT_THE_GATEWAY.test(code)) return 'barred';
  return BUSY.test(code) ? 'busy' : 'later';
}
