import { createElement, type ReactElement } from 'react'
import type { Make } from '../../parts/make.js'

/** React as the element factory of the shared parts. */
export const make: Make<ReactElement> = (type, attributes, ...children) => createElement(type, attributes, ...children)
