import './older-engines.js'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { turnOnPage } from './address.js'
import { App } from './app.js'
import '../parts/parts.css'
import '../parts/day-strip.css'
import './css/base.css'
import './css/frame.css'
import './css/list.css'
import './css/parts.css'
import './css/older.css'

document.addEventListener('click', turnOnPage)

const place = document.getElementById('workbench')
if (place === null) throw new Error('the page has no #workbench')
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

createRoot(place).render(
  <StrictMode>
    <App nonce={nonce} />
  </StrictMode>,
)
