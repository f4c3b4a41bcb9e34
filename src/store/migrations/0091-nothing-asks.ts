/**
 * Indexes that nothing asks: duties are not looked for by when they were opened, and keys of submission that are a week old are few enough to
 * be looked through. Every letter and every act had entries in them.
 */
export const steps = (): readonly string[] => ['drop index duty_opened', 'drop index submission_key_age']
