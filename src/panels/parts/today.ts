/** The day where the page is read, ISO 8601: Swedish writes dates so. */
export const today = (): string => new Date().toLocaleDateString('sv');
