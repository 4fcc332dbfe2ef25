import { toGeoJson } from '../../output/geojson.ts'
import { type Append, nameOf, type Sink } from './format.ts'

/** What begins each text, as RFC 8142 says. */
const recordSeparator = '\x1e'

/** A feature for each place of each story, known by the line of the story and its own id. */
export async function openGeoJsonSeq(append: Append): Promise<Sink> {
  return {
    async add(found) {
      const { line, story } = found
      const features = toGeoJson(story).features.map(({ id, properties, ...feature }) => {
        const within = properties.within && `${line}/${properties.within}`
        const about = { story: nameOf(found), line, published: story.published }
        const whole = { ...feature, id: `${line}/${id}`, properties: { ...about, ...properties, within } }
        return `${recordSeparator}${JSON.stringify(whole)}\n`
      })
      if (features.length > 0) await append(Buffer.from(features.join('')))
    },
    async end() {},
  }
}
