/** Who may import whom. The arrow (src/core) imports nothing outside itself; doors translate, they never decide. */
const room = (name) => `^src/${name}/`

/** What each room may import beside itself. */
const allowed = {
  core: [],
  contract: ['core'],
  load: ['core'],
  store: ['core'],
  app: ['core', 'contract', 'load', 'store'],
  http: ['core', 'contract', 'app', 'web'],
  cli: ['core', 'contract', 'load', 'app'],
  web: ['core', 'contract'],
}

const walls = Object.entries(allowed).map(([name, rooms]) => ({
  name: `${name}-imports-only-${rooms.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: room(name), pathNot: '\\.(test|fixtures)\\.tsx?$' },
  to: { path: '^src/', pathNot: [name, ...rooms].map(room) },
}))

const frontDoors = Object.keys(allowed)
  .filter((name) => name !== 'web')
  .map((name) => ({
    name: `${name}-through-its-index`,
    severity: 'error',
    from: { path: '^src/', pathNot: [room(name), '\\.(test|fixtures)\\.tsx?$'] },
    to: { path: room(name), pathNot: `^src/${name}/index\\.ts$` },
  }))

/** The rooms of the core, in the order in which they build on one another: none imports one that stands after it. */
const coreRooms = ['values', 'time', 'rules', 'events', 'conditions', 'clocks', 'fold', 'acts', 'sight', 'figures']

const coreOrder = coreRooms.slice(0, -1).map((name, at) => ({
  name: `core-${name}-builds-on-none-after-it`,
  severity: 'error',
  from: { path: room(`core/${name}`), pathNot: '\\.(test|fixtures)\\.ts$' },
  to: { path: coreRooms.slice(at + 1).map((later) => room(`core/${later}`)) },
}))

module.exports = {
  forbidden: [
    ...walls,
    ...frontDoors,
    ...coreOrder,
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'core-uses-no-package',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '\\.(test|fixtures)\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
}
