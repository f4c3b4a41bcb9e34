import type { AlertView } from '../../../contract/index.js'
import { alertBadge } from '../../parts/index.js'
import { make } from './make.js'

export const AlertMark = ({ alert }: { readonly alert: AlertView }) => alertBadge(make, alert)
