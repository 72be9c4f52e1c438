/** Whether a division lies in the province of that code. */
export const inProvince = (code: string, province: string): boolean => code.slice(0, 2) === province.slice(0, 2);
