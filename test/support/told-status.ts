/** Where the matter stands, as a letter to a complainant says it: its subject says nothing. */
export const statusIn = ({ text }: { readonly text: string }): string | undefined => /告知您：(.+?)。/.exec(text)?.[1];
