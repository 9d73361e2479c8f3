/**
 * A setting, or the machine the program stands on, is wrong. The message is for the operator: its first line names
 * what is wrong and what would be right, never a password; further lines, where there are any, are SQL to run.
 * The start prints it and ends with status 1.
 */
export class ConfigurationFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ConfigurationFault';
  }
}
