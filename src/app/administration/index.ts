export { listStandardTexts, offerStandardTexts, removeStandardText, saveStandardText } from './standard-texts.js'
