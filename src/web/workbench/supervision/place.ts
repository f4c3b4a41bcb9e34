/** Where one looks on the board: a rung, and a unit or all. */
export type Place = { readonly rung: string; readonly unit: string | null }
