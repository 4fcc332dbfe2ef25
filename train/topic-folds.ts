// Topics in five-fold cross-validation over the annotated stories: npx tsx train/topic-folds.ts

import { readStories } from './agenda-stories.ts'
import { crossValidate } from './topics.ts'

crossValidate(readStories(), 5)
