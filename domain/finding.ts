/** Where in a file of config/, as a JSON pointer, and what is wrong there. Errors must stop a deployment. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly pointer: string;
  readonly message: string;
}

export const error = (pointer: string, message: string): Finding => ({ severity: 'error', pointer, message });
export const warning = (pointer: string, message: string): Finding => ({ severity: 'warning', pointer, message });
