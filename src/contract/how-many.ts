/** How many of something, as English says it: `1 workday`, `3 workdays`. */
export const howMany = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`
