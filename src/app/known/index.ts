export { addListed, changeListed, linkForListed, listListed } from './listed-people.js'
export { actAsKnown, listOwn, readKnownAttachment, readOwn } from './own-matters.js'
export { findKnown, type Known, signInKnown, stayKnown } from './sign-in-known.js'
