/** 机关代字. The words with which a unit's own papers are numbered; null: it numbers none here. */
export const steps = (): readonly string[] => ['alter table unit add column paper_words text']
