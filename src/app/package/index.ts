export type { PackageReader } from './matter-files.js'
export { type OutgoingPackage, packageOfMany, packageOfMatter } from './package-of.js'
