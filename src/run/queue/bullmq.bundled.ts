// A bundle has BullMQ in it: nothing is found later.
import * as bullmq from 'bullmq'

export const loadBullmq = (_caller: string): typeof bullmq => bullmq
