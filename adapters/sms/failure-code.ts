/** The code that an operator gives for a failure, as a reason. Whatever else it says may hold the number. */
export const failureCode = (code = ''): { readonly reason?: string } =>
  /^[A-Za-z][A-Za-z_.:-]*\d{0,4}$/.test(code) && code.length <= 40 ? { reason: code } : {};
