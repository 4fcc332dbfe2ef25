import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Article, readHtml } from '../../api/html.ts'
import { NutgrafError, type NutgrafErrorCode } from '../../base/error.ts'
import { decodePage } from '../html/decode.ts'

/** A page as it was sent, and the charset that was named beside it. */
export interface Page {
  bytes: Uint8Array
  charset: string | undefined
}

/** What comes of a page in another thread. */
export type PageOutcome = { article: Article } | { error: { code: NutgrafErrorCode; path: string; message: string } }

/** Reads the articles of pages. */
export interface PageReader {
  /** @throws NutgrafError where there is no article, or a limit was reached */
  read(page: Page, left: AbortSignal): Promise<Article>
  close(): Promise<void>
}

/** @throws NutgrafError where there is no article, or the charset is not known */
export const articleOf = ({ bytes, charset }: Page): Article => readHtml(decodePage(bytes, 'body.charset', charset))

/** Reads pages in this thread, which a long one keeps for seconds. */
export const pagesHere: PageReader = {
  read: async (page) => articleOf(page),
  close: async () => undefined,
}

/** Pages that wait for a thread; who comes then is told to come again. */
const mostWaiting = 100

/** Reads pages in threads, so many at most, each for so many milliseconds at most: one that takes longer ends its thread. */
export function openPages(most: number, timeLimit: number, file: URL = workerFile): PageReader {
  const idle: Worker[] = []
  const waiting: ((worker: Worker) => void)[] = []
  let open = 0

  async function take(): Promise<Worker> {
    const free = idle.pop()
    if (free) return free
    if (open < most) return start()
    if (waiting.length >= mostWaiting)
      throw new NutgrafError('busy', 'pages', `${mostWaiting} pages wait already; try again later`)
    return new Promise((resolve) => waiting.push(resolve))
  }

  function start(): Worker {
    open++
    const worker = new Worker(file)
    worker.unref()
    return worker
  }

  function giveBack(worker: Worker): void {
    const next = waiting.shift()
    if (next) next(worker)
    else idle.push(worker)
  }

  /** One that does not answer is ended; those that wait get another. */
  function end(worker: Worker): void {
    open--
    void worker.terminate()
    const next = waiting.shift()
    if (next) next(start())
  }

  async function ask(worker: Worker, page: Page, left: AbortSignal): Promise<PageOutcome> {
    const late = AbortSignal.timeout(timeLimit)
    try {
      worker.postMessage(page)
      const [outcome] = await once(worker, 'message', { signal: AbortSignal.any([left, late]) })
      giveBack(worker)
      return outcome as PageOutcome
    } catch (error) {
      end(worker)
      if (!late.aborted || left.aborted) throw error
      throw new NutgrafError('time-limit', 'page', `the page took longer than ${timeLimit / 1000} s; send its text`)
    }
  }

  return {
    async read(page, left) {
      const worker = await take()
      // Who left while waiting has given it nothing to do.
      if (left.aborted) giveBack(worker)
      left.throwIfAborted()
      const outcome = await ask(worker, page, left)
      if ('article' in outcome) return outcome.article
      const { code, path, message } = outcome.error
      throw new NutgrafError(code, path, message)
    },
    async close() {
      await Promise.all(idle.map((worker) => worker.terminate()))
    },
  }
}

const workerFile = new URL('./page-worker.js', import.meta.url)
