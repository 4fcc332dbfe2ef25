// Topics in five-fold cross-validation over the newswire: npx tsx train/agenda-folds.ts
import { crossValidate } from './agenda.ts'

crossValidate(5)
