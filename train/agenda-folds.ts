// Topics in five-fold cross-validation over the annotated stories: npx tsx train/agenda-folds.ts
import { crossValidate } from './agenda.ts'
import { readStories } from './models/agenda.ts'

crossValidate(readStories(), 5)
