/** By which two mail addresses are told to be the same: hosts tell no cases apart. */
export const plainAddress = (address: string): string => address.trim().toLowerCase();

/** By which two Message-IDs are told to be the same: with or without angle brackets. */
export const plainMessageId = (messageId: string): string => messageId.trim().replace(/^<|>$/g, '');

/**
 * An address as its owner meant it: letters of full width (＠, ．, ａ), the stop 。 that Chinese keyboards write for a dot,
 * and marks that nobody sees are what people type and paste.
 */
export const foldedAddress = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/。/g, '.')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim();

/** Whether nobody reads what comes to that address: a program writes from there. */
export const isProgramAddress = (address: string): boolean =>
  /^([^@]*[-._+])?(no|do-?not|not|never)[-._]?reply\d*([-._+][^@]*)?@/i.test(address) ||
  /^(mailer-daemon|postmaster|bounces?|daemon|microsoftexchange[0-9a-f]*)([-._+][^@]*)?@/i.test(address);
