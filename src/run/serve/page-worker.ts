import { parentPort } from 'node:worker_threads'
import { readHtml } from '../../api/html.ts'
import { NutgrafError } from '../../base/error.ts'
import { decodePage } from '../html/decode.ts'
import type { Page, PageOutcome } from './pages.ts'

const outcomeOf = ({ bytes, charset }: Page): PageOutcome => {
  try {
    return { article: readHtml(decodePage(bytes, 'body.charset', charset)) }
  } catch (error) {
    if (!(error instanceof NutgrafError)) throw error
    // What is sent to another thread is plain data.
    const { code, path, message } = error
    return { error: { code, path, message: message.replace(`${path}: `, '') } }
  }
}

parentPort?.on('message', (page: Page) => parentPort?.postMessage(outcomeOf(page)))
