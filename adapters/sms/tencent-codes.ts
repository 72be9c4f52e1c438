import type { SendResult } from '../../usecases/notices/delivery/delivery.ts';

type Meaning = Exclude<SendResult['kind'], 'sent' | 'no-address'>;

/** Of this number, or of the words that were to go to it: nothing that waiting would mend. */
const REFUSED = [
  ...['InvalidParameterValue.IncorrectPhoneNumber', 'FailedOperation.PhoneNumberInBlacklist'],
  ...['FailedOperation.ContainSensitiveWord', 'InvalidParameterValue.ContentLengthLimit'],
  ...[
    'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter',
    'UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber',
  ],
  ...['InvalidParameterValue.TemplateParameterFormatError', 'InvalidParameterValue.TemplateParameterLengthLimit'],
];

/** Of the account, its money, keys, signature and templates: no number fares better until ops has put it right. */
const BARRED = [
  ...['FailedOperation.InsufficientBalanceInSmsPackage', 'FailedOperation.SignatureIncorrectOrUnapproved'],
  ...['FailedOperation.TemplateIncorrectOrUnapproved', 'FailedOperation.TemplateUnapprovedOrNotExist'],
  ...['FailedOperation.TemplateParamSetNotMatchApprovedTemplate', 'FailedOperation.MissingSignature'],
  ...['InvalidParameterValue.SdkAppIdNotExist', 'LimitExceeded.AppDailyLimit', 'LimitExceeded.DailyLimit'],
];
const BARRED_FAMILIES =
  /^(AuthFailure|UnauthorizedOperation|InvalidAction|NoSuchVersion|IpNotInWhitelist|ResourceInsufficient)/;

/** Too much of us at once, or Tencent's own trouble before anything was done. */
const BUSY = /^(RequestLimitExceeded|ResourceUnavailable|InternalError)/;
/** The operators were asked and did not answer Tencent. */
const UNKNOWN = ['InternalError.Timeout', 'InternalError.SendAndRecvFail'];

/**
 * Sorts a code of SendSms (2021-01-11; "错误码", cloud.tencent.com/document/product/382/59177, and the common ones). One
 * that we do not know is taken for something that passes, such as the limits of a single number
 * (LimitExceeded.PhoneNumberDailyLimit): no address is spent on a guess.
 */
export function meaningOfTencent(code: string): Meaning {
  if (REFUSED.includes(code)) return 'refused';
  if (BARRED.includes(code) || BARRED_FAMILIES.test(code)) return 'barred';
  if (UNKNOWN.includes(code)) return 'unknown';
  return BUSY.test(code) ? 'busy' : 'later';
}
