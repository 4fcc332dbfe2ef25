import { NutgrafError, type NutgrafErrorCode } from '../../base/error.ts'

/** What is wrong with a request, as RFC 9457 has it. */
export interface ProblemDetails {
  type: string
  title: string
  status: number
  /** What was expected, what came, what to do. */
  detail: string
  /** For programs: that of a `NutgrafError`, or one of HTTP's. */
  code: string
  /** Where in the request the fault lies: `published`, `query.timeZone`. */
  path?: string
}

/** Ends a request with an answer that says what was wrong. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly code: string
  readonly path: string | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    detail: string,
    { code = codes[status] ?? 'failed', path, headers = {} }: Partial<Pick<Problem, 'code' | 'path' | 'headers'>> = {},
  ) {
    super(detail)
    this.status = status
    this.code = code
    this.path = path
    this.headers = headers
  }
}

const codes: Record<number, string> = {
  400: 'invalid-input',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'request-timeout',
  413: 'too-large',
  415: 'unsupported-media-type',
  500: 'failed',
  503: 'unavailable',
}

const titles: Record<number, string> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** What the codes of a `NutgrafError` are; any other is the server's own fault. */
const statuses: { [Code in NutgrafErrorCode]?: number } = {
  'invalid-text': 400,
  'invalid-options': 400,
  'invalid-published': 400,
  'invalid-input': 400,
  'no-article': 422,
  'out-of-memory': 413,
  'time-limit': 504,
  busy: 503,
  // Of an archive that is asked.
  'invalid-archive': 503,
  'invalid-output': 503,
  unreachable: 503,
  aborted: 503,
  closed: 503,
}

/** Whatever was thrown, as an answer. What is no fault of the request tells nothing of the inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const status = error instanceof NutgrafError ? statuses[error.code] : undefined
  if (error instanceof NutgrafError && status !== undefined) {
    const path = pathIn(error)
    const detail = error.message.replace(`${error.path}: `, status === 400 ? `${path}: ` : '')
    return new Problem(status, detail, {
      code: error.code,
      ...(status === 400 && { path }),
      ...(status === 503 && { headers: { 'retry-after': '1' } }),
    })
  }
  return new Problem(500, 'this could not be answered; the log of the server says more')
}

/** Where in the request it is: who called which function is of no interest there. */
const pathIn = ({ path }: NutgrafError) => path.replace('.options', '').replace(/^(?:pool\.\w+|(?!query)\w+)\./, '')

export const titleOf = (status: number): string => titles[status] ?? 'Error'

export function detailsOf({ status, message, code, path }: Problem): ProblemDetails {
  return {
    type: 'about:blank',
    title: titleOf(status),
    status,
    detail: message,
    code,
    ...(path !== undefined && { path }),
  }
}
