export type { PackageReader } from './matter-files.js'
export {
  lackingOf,
  type OutgoingPackage,
  ofYear,
  packageOfMany,
  packageOfMatter,
  packageType,
  packMany,
  packMatter,
  wholePackage,
} from './package-of.js'
