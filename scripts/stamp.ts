// Writes what a story says that it was read with: the version of the package, and hashes of the models and lists that are
// built in. Run it when one of them has changed: `npm run stamp`.
import { writeFileSync } from 'node:fs'
import { stamp, stampFile } from './stamp-text.ts'

writeFileSync(stampFile, stamp())
