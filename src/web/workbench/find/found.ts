/** Something that was found: what it is, what tells it from others, and where it leads (null: to asking who wrote). */
export type Found = { readonly key: string; readonly name: string; readonly aside: string; readonly to: string | null }

export type FoundKind = 'matters' | 'rooms' | 'units' | 'people' | 'more'
export type FoundGroup = { readonly kind: FoundKind; readonly found: readonly Found[] }
