import { parentPort } from 'node:worker_threads'
import { NutgrafError } from '../../base/error.ts'
import { articleOf, type Page, type PageOutcome } from './pages.ts'

const outcomeOf = (page: Page): PageOutcome => {
  try {
    return { article: articleOf(page) }
  } catch (error) {
    if (!(error instanceof NutgrafError)) throw error
    // What is sent to another thread is plain data.
    const { code, path, message } = error
    return { error: { code, path, message: message.replace(`${path}: `, '') } }
  }
}

parentPort?.on('message', (page: Page) => parentPort?.postMessage(outcomeOf(page)))
