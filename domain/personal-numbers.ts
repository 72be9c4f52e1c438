// By these somebody is known or reached, wherever they stand.

/** 手机号码, whole or with its middle masked. */
export const MOBILE = /(?<!\d)1[3-9]\d[-\s]?[\d*＊xX×]{4}[-\s]?\d{4}(?!\d)/gu;

/** 居民身份证号码. */
export const IDENTITY_NUMBER = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?!\d)/gu;

export const MAILBOX = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** 机动车号牌. */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][-·\s]?[A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳]/gu;

export const COVER = '*';
const SHOWN = 4;

/**
 * A number that somebody gave to a matter, as others may see it: what in it would tell who complained is covered up to
 * its last four characters. Any other number is as it was.
 */
export const coveredNumber = (number: string): string =>
  [MOBILE, IDENTITY_NUMBER, MAILBOX, PLATE].reduce(
    (text, sign) => text.replace(sign, (found) => COVER.repeat(found.length - SHOWN) + found.slice(-SHOWN)),
    number,
  );
