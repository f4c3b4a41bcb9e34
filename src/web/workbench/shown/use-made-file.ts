import { useEffect, useState } from 'react'
import type { MadeFile } from '../../../contract/index.js'

/** The address of a file of rows that this page alone holds. */
export function useMadeFile(file: MadeFile | string | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (file === null) return setAddress(null)
    const made = URL.createObjectURL(new Blob([typeof file === 'string' ? file : bytesOf(file)]))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}

const bytesOf = ({ base64 }: MadeFile): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
