import type { FastifyInstance, FastifyRequest } from 'fastify'
import { failure, wordsOf } from '../app/index.js'
import { langOf } from './language.js'
import { sendFailure } from './problem.js'
import { unknownIn } from './unknown-in.js'

/** What begins as the interface does and is none of its routes: no government of the portal is called so. */
export const nowhere = '/api/*'

/** Understood by every route: the language, and as which of their roles somebody asks. */
const everywhere: readonly string[] = ['lang', 'role']

/**
 * 只答所问. A route of the interface says in its query what it can be asked (`querystring` of its schema). What else is asked of it is refused,
 * so that nobody takes for an answer what was never asked: all matters for those of a category whose name was mistyped, what stands now for
 * what stood then (截至, `asOf`). So is what stands in a body where nothing reads it: what was meant to be kept is not dropped without a word.
 */
export function answerOnlyWhatIsAsked(app: FastifyInstance): void {
  app.addHook('preValidation', (request, reply, done) => {
    const known = askable(request)
    const unknown = known === null ? undefined : Object.keys(Object(request.query)).find((name) => !known.includes(name))
    if (known === null || unknown === undefined) return done()
    const words = wordsOf(langOf(request))
    const refused =
      unknown === 'asOf'
        ? failure(words, 'not-as-of')
        : failure(words, 'bad-request', { detail: words.unknownParameter(unknown, known.toSorted()) })
    sendFailure(reply, refused)
  })
  app.addHook('preValidation', (request, reply, done) => {
    const found = isOfInterface(request) ? unknownIn(request.routeOptions.schema?.body, request.body) : null
    if (found === null) return done()
    const words = wordsOf(langOf(request))
    const detail = words.unknownKey(found.at.join('.'), found.known.toSorted())
    sendFailure(reply, failure(words, 'bad-request', { detail }))
  })
}

/** Whether a route of the interface was met. */
export const isOfInterface = ({ url, is404, routeOptions }: FastifyRequest): boolean =>
  url.startsWith('/api/') && !is404 && routeOptions.url !== nowhere

/** What a route can be asked; null: it is none of the interface. */
function askable(request: FastifyRequest): readonly string[] | null {
  if (!isOfInterface(request)) return null
  const query: unknown = request.routeOptions.schema?.querystring
  const isShaped = typeof query === 'object' && query !== null && 'shape' in query
  return [...everywhere, ...(isShaped ? Object.keys(Object(query.shape)) : [])]
}
