/** So many bytes of a hash tell which event is meant; whether it is that one says the hash behind it, which covers all of them. */
export const followsBytes = 8
/** The one that events have where none is named. */
export const firstAlgorithm = 'sm3-json-1'
