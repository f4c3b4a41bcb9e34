import { h, type VNode } from 'preact'
import type { Make } from '../parts/index.js'

/** The factory that the shared parts are rendered with here. */
export const make = h as Make<VNode>
