/** A year, a month or a day as the scenario file has it. */
const MOMENT = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export const isMoment = (text: string): boolean => MOMENT.test(text);
