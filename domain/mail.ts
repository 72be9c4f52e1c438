/** By which two mail addresses are told to be the same: hosts tell no cases apart. */
export const plainAddress = (address: string): string => address.trim().toLowerCase();

/** By which two Message-IDs are told to be the same: with or without angle brackets. */
export const plainMessageId = (messageId: string): string => messageId.trim().replace(/^<|>$/g, '');
