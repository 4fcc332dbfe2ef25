import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Peer } from '../peers.ts'

const main = 'de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone'
/** The names that HeidelTime's own configuration gives them. */
const config = {
  ...{ considerDate: true, considerDuration: true, considerSet: true, considerTime: true, considerTemponym: false },
  ...{ uimaVarDate: 'Date', uimaVarDuration: 'Duration', uimaVarSet: 'Set', uimaVarTime: 'Time' },
  ...{ uimaVarLanguage: 'Language', uimaVarTypeToProcess: 'Type', uimaVarTemponym: 'Temponym' },
  typeSystemHome: 'desc/type/HeidelTime_TypeSystem.xml',
  typeSystemHome_DKPro: 'desc/type/DKPro_TypeSystem.xml',
  ...{
    treeTaggerHome: '-',
    chineseTokenizerPath: '-',
    sent_model_path: '-',
    word_model_path: '-',
    pos_model_path: '-',
  },
  ...{ hunpos_path: '-', hunpos_model_name: '-', config_path: '' },
}

/** News mode, parts of speech by Stanford's tagger. It writes a text as it is, with TIMEX3 elements in it. */
export const heidelTime: Peer = async function* (gold, home) {
  const folder = mkdtempSync(join(tmpdir(), 'heideltime-'))
  const [settings, story] = [join(folder, 'config.props'), join(folder, 'story.txt')]
  const all = { ...config, model_path: join(home, 'english-left3words-distsim.tagger') }
  writeFileSync(
    settings,
    Object.entries(all)
      .map(([key, value]) => `${key} = ${value}\n`)
      .join(''),
  )
  for (const { text, published } of gold) {
    writeFileSync(story, text)
    const about = [...(published ? ['-dct', published.slice(0, 10)] : []), '-t', published ? 'news' : 'narratives']
    const given = ['-l', 'english', '-o', 'timeml', '-pos', 'stanfordpostagger', '-c', settings]
    const out = execFileSync('java', ['-cp', join(home, '*'), main, ...about, ...given, story], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    yield { dates: timexesOf(out.slice(out.indexOf('<TimeML>\n') + '<TimeML>\n'.length), text) }
  }
}

function timexesOf(written: string, text: string) {
  const dates: { start: number; end: number; type: string; value: string }[] = []
  let [plain, at] = ['', 0]
  for (const { index, 0: tag, groups } of written.matchAll(
    /<TIMEX3 tid="\w+" type="(?<type>\w+)" value="(?<value>[^"]*)"[^>]*>|<\/TIMEX3>/g,
  )) {
    plain += written.slice(at, index)
    at = index + tag.length
    if (groups?.type !== undefined)
      dates.push({ start: plain.length, end: 0, type: groups.type.toLowerCase(), value: groups.value! })
    else dates.at(-1)!.end = plain.length
  }
  if (!(plain + written.slice(at)).startsWith(text)) throw new Error('HeidelTime changed the text')
  return dates
}
