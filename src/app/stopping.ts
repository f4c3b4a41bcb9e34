/** Whether the process was asked to stop: work in the background asks before each piece, and whatever is left is found again. */
export type IsStopped = () => boolean

export const goesOn: IsStopped = () => false
